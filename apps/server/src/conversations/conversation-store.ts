import type { ConversationState } from '@avatar/conversation';
import { and, asc, count, desc, eq, lt, sql } from 'drizzle-orm';
import { schema, type Database, type Orm } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import { noteAnswered } from './unanswered-pictures.js';
import { newId } from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';
import {
  conversationToStore,
  NEW_CONVERSATION,
  storedConversation,
  type KeptConversation,
  type ShownPicture,
} from './stored-state.js';

const { conversations, conversationTurns } = schema;

/** Whose conversations they are: those of a key are of no other key of the account. */
export interface Owner {
  readonly accountId: string;
  /** Hex SHA-256 of the key. */
  readonly keyHash: string;
}

export interface Conversation {
  /** `cnv_…`; also the name of the series that its photos are kept in. */
  readonly id: string;
  readonly name: string;
  readonly kept: KeptConversation;
  /** Another one after every message. */
  readonly revision: string;
}

/** What a message makes of a conversation, whatever other messages made of it meanwhile. */
export type Continuation = (stored: KeptConversation) => KeptConversation;

export interface Turn {
  readonly prompt: string;
  readonly answer: string;
  readonly pictures: readonly ShownPicture[];
  readonly at: Date;
}

/** A turn that is written down. */
export interface NewTurn extends Omit<Turn, 'at'> {
  /** `tsk_…`: however often it is tried, a turn is written once. */
  readonly taskId: string;
}

export interface ConversationHistory {
  readonly turns: readonly Turn[];
  readonly state: ConversationState;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ConversationSummary {
  readonly name: string;
  readonly messages: number;
  readonly lastActivity: Date;
}

const REVISION = sql<string>`${conversations.updatedAt}::text`;

/** The longest list of a conversation's messages, and of a key's conversations: the latest. */
const MOST_LISTED = 1000;

/** Conversations in the database. Pictures and photos lie in the archive, and are only named here. */
export class ConversationStore {
  constructor(
    private readonly database: Database,
    private readonly archive: ObjectArchive,
  ) {}

  /** The conversation of that name; a new one, with its first message, where there is none. */
  async open(
    { accountId, keyHash }: Owner,
    name: string,
    reference: string | undefined,
  ): Promise<Conversation> {
    const { orm } = this.database;
    const fresh = {
      id: newId('cnv'),
      accountId,
      keyHash,
      name,
      state: conversationToStore(NEW_CONVERSATION),
      ...(reference !== undefined && { reference }),
    };
    await orm.insert(conversations).values(fresh).onConflictDoNothing();
    const [{ row, revision }] = await orm
      .select({ row: conversations, revision: REVISION })
      .from(conversations)
      .where(named({ accountId, keyHash }, name));
    const kept = withReference(storedConversation(row.state), row.reference);
    return { id: row.id, name, kept, revision };
  }

  /**
   * What a message came to: its turn, and the state behind it, together.
   * @param next a state, where it stands on the one that was opened; it is refused where another message was answered meanwhile
   * @param onStored with the state as it is stored, in the same transaction
   * @returns what `onStored` gives
   * @throws ApiError `conflict`, also when it was deleted meanwhile, and nothing may be kept of whom it is about
   */
  save<T>(
    { id, kept, revision }: Conversation,
    next: KeptConversation | Continuation,
    turn: NewTurn,
    reference: string | undefined,
    onStored: (transaction: Orm, state: KeptConversation) => Promise<T>,
  ): Promise<T> {
    const { taskId, prompt, answer: said, pictures } = turn;
    return this.database.transaction(async (transaction) => {
      await noteAnswered(
        transaction,
        pictures.map(({ generationId }) => generationId),
      );
      const [row] = await transaction
        .select({ state: conversations.state, revision: REVISION })
        .from(conversations)
        .where(eq(conversations.id, id))
        .for('update');
      const isChanged = row !== undefined && row.revision !== revision;
      // The connection was lost behind the commit, and this is the next try.
      if (isChanged && (await isWritten(transaction, taskId)))
        return onStored(transaction, storedConversation(row.state));
      if (isChanged && typeof next !== 'function')
        throw new ApiError('conflict', 'Another message was answered meanwhile; send this one again');
      const stored = isChanged ? storedConversation(row.state) : kept;
      const state = withReference(typeof next === 'function' ? next(stored) : next, reference);
      const answer = await onStored(transaction, state);
      if (row === undefined) {
        // It was cleared meanwhile; with a person who is named, perhaps because they were erased.
        if (reference !== undefined || (state.references ?? []).length > 0)
          throw new ApiError('conflict', 'The conversation was deleted meanwhile');
        return answer;
      }
      await transaction
        .update(conversations)
        .set({
          state: conversationToStore(state),
          updatedAt: sql`clock_timestamp()`,
          ...(reference !== undefined && { reference }),
        })
        .where(eq(conversations.id, id));
      await transaction.insert(conversationTurns).values({
        conversationId: id,
        taskId,
        prompt,
        answer: said,
        pictures: pictures.map(withoutSnapshot),
      });
      return answer;
    });
  }

  async history(owner: Owner, name: string): Promise<ConversationHistory | undefined> {
    const { orm } = this.database;
    const [row] = await orm.select().from(conversations).where(named(owner, name));
    if (row === undefined) return undefined;
    const turns = await orm
      .select()
      .from(conversationTurns)
      .where(eq(conversationTurns.conversationId, row.id))
      .orderBy(desc(conversationTurns.id))
      .limit(MOST_LISTED);
    return {
      state: storedConversation(row.state).state,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      turns: turns.reverse().map(({ prompt, answer, pictures, createdAt }) => ({
        prompt,
        answer,
        pictures: pictures as unknown as readonly ShownPicture[],
        at: createdAt,
      })),
    };
  }

  /** The conversations of a key, the latest first. */
  async list({ accountId, keyHash }: Owner): Promise<readonly ConversationSummary[]> {
    const rows = await this.database.orm
      .select({
        name: conversations.name,
        updatedAt: conversations.updatedAt,
        messages: count(conversationTurns.id),
      })
      .from(conversations)
      .leftJoin(conversationTurns, eq(conversationTurns.conversationId, conversations.id))
      .where(and(eq(conversations.accountId, accountId), eq(conversations.keyHash, keyHash)))
      .groupBy(conversations.id)
      .orderBy(desc(conversations.updatedAt), asc(conversations.id))
      .limit(MOST_LISTED);
    return rows.map(({ name, messages, updatedAt }) => ({ name, messages, lastActivity: updatedAt }));
  }

  /** Forgets a conversation and its photos. Pictures stay as long as they were promised. @returns messages that are gone */
  async clear(owner: Owner, name: string): Promise<number> {
    const [row] = await this.database.orm.select().from(conversations).where(named(owner, name));
    return row === undefined ? 0 : this.#remove(owner.accountId, row.id);
  }

  /** Forgets what nobody wrote to for so long. */
  async sweep(idleMs: number): Promise<void> {
    const isOld = sql`now() - make_interval(secs => ${idleMs / 1000}::double precision)`;
    const rows = await this.database.orm
      .select({ id: conversations.id, accountId: conversations.accountId })
      .from(conversations)
      .where(lt(conversations.updatedAt, isOld))
      .limit(MOST_LISTED);
    for (const { id, accountId } of rows) await this.#remove(accountId, id);
  }

  async #remove(accountId: string, id: string): Promise<number> {
    const { orm } = this.database;
    await this.archive.removeSeries(accountId, id);
    const turns = await orm
      .delete(conversationTurns)
      .where(eq(conversationTurns.conversationId, id))
      .returning({ id: conversationTurns.id });
    await orm.delete(conversations).where(eq(conversations.id, id));
    return turns.length;
  }
}

async function isWritten(orm: Orm, taskId: string): Promise<boolean> {
  const isIt = eq(conversationTurns.taskId, taskId);
  return (await orm.select({ id: conversationTurns.id }).from(conversationTurns).where(isIt)).length > 0;
}

/** What a picture was made of stands in the state, as long as it matters. */
const withoutSnapshot = ({ snapshot: _made, ...picture }: ShownPicture) => picture;

/** A conversation may be about somebody else later: it stays about everybody who was named in it. */
function withReference(kept: KeptConversation, reference: string | null | undefined): KeptConversation {
  const { references = [] } = kept;
  if (reference === null || reference === undefined || references.includes(reference)) return kept;
  return { ...kept, references: [...references, reference] };
}

const named = ({ accountId, keyHash }: Owner, name: string) =>
  and(
    eq(conversations.accountId, accountId),
    eq(conversations.keyHash, keyHash),
    eq(conversations.name, name),
  );
