/** What a HEIC or AVIF file says about the colours of its main picture. */
export interface ContainerColour {
  /** Code points of ITU-T H.273, such as 9 for BT.2020 and 16 for PQ. */
  readonly coded?: { readonly primaries: number; readonly transfer: number };
  /** ICC profile. */
  readonly profile?: Uint8Array;
}

interface Box {
  readonly type: string;
  /** Of its content. */
  readonly from: number;
  readonly to: number;
}

/**
 * The colour properties of the main picture (ISO/IEC 23008-12, boxes pitm, ipco, ipma and colr). Empty where the file
 * has none or is damaged.
 */
export function containerColour(bytes: Uint8Array): ContainerColour {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const meta = find(boxesIn(view, 0, bytes.length), 'meta');
    const parts = boxesIn(view, meta.from + 4, meta.to);
    const main = mainItem(view, find(parts, 'pitm'));
    const properties = find(parts, 'iprp');
    const inside = boxesIn(view, properties.from, properties.to);
    const container = find(inside, 'ipco');
    const all = boxesIn(view, container.from, container.to);
    const used = propertiesOf(view, find(inside, 'ipma'), main).map((index) => all[index - 1]);
    return colourOf(
      view,
      used.filter((box) => box?.type === 'colr'),
    );
  } catch (error) {
    // Past the end, or a part that is not there.
    if (error instanceof RangeError) return {};
    throw error;
  }
}

/** No real file has more boxes in one place. */
const MAX_BOXES = 4096;

function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < MAX_BOXES) {
    const size = view.getUint32(at);
    const header = size === 1 ? 16 : 8;
    const length = size === 1 ? Number(view.getBigUint64(at + 8)) : size === 0 ? to - at : size;
    if (length < header || at + length > to) break;
    boxes.push({ type: textAt(view, at + 4), from: at + header, to: at + length });
    at += length;
  }
  return boxes;
}

function find(boxes: readonly Box[], type: string): Box {
  const found = boxes.find((box) => box.type === type);
  if (!found) throw new RangeError(`There is no box ${type}`);
  return found;
}

const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));

const mainItem = (view: DataView, { from }: Box): number =>
  view.getUint8(from) === 0 ? view.getUint16(from + 4) : view.getUint32(from + 4);

/** Indices of the properties of one item, from 1. */
function propertiesOf(view: DataView, { from }: Box, item: number): number[] {
  const version = view.getUint8(from);
  const isWide = (view.getUint8(from + 3) & 1) === 1;
  const count = view.getUint32(from + 4);
  let at = from + 8;
  for (let i = 0; i < Math.min(count, MAX_BOXES); i++) {
    const id = version < 1 ? view.getUint16(at) : view.getUint32(at);
    at += version < 1 ? 2 : 4;
    const associations = view.getUint8(at++);
    const indices = Array.from({ length: associations }, (_, j) =>
      isWide ? view.getUint16(at + j * 2) & 0x7fff : view.getUint8(at + j) & 0x7f,
    );
    at += associations * (isWide ? 2 : 1);
    if (id === item) return indices;
  }
  return [];
}

/** A picture may have both kinds. */
function colourOf(view: DataView, boxes: readonly Box[]): ContainerColour {
  let colour: ContainerColour = {};
  for (const { from, to } of boxes) {
    const kind = textAt(view, from);
    if (kind === 'nclx')
      colour = {
        ...colour,
        coded: { primaries: view.getUint16(from + 4), transfer: view.getUint16(from + 6) },
      };
    else if (kind === 'prof' || kind === 'rICC')
      colour = { ...colour, profile: new Uint8Array(view.buffer, view.byteOffset + from + 4, to - from - 4) };
  }
  return colour;
}
