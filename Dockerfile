# syntax=docker/dockerfile:1
# One image for the server, the workers and the commands:
#   docker build -t avatar-server .
#   docker build -t avatar-server --build-arg BAKE_MODELS=true .    with the models inside, for machines without internet
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
ENV TURBO_TELEMETRY_DISABLED=1
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci
RUN npx turbo run build --filter=@avatar/server --filter=@avatar/cli

# Models are fetched and verified by our own command, as on a first start.
ARG BAKE_MODELS=false
ENV AVATAR_MODELS_DIR=/models
RUN mkdir -p /models && if [ "$BAKE_MODELS" = true ]; then node packages/cli/dist/main.js models pull; fi

# What runs needs neither sources nor tools, nor TensorFlow.js, which nothing in the image asks for.
RUN npm prune --omit=dev --ignore-scripts \
  && find packages apps -type d -name src -not -path '*/node_modules/*' -prune -exec rm -rf {} + \
  && rm -rf scripts tooling packages/tfjs packages/face-api node_modules/@avatar/tfjs node_modules/@avatar/face-api \
    node_modules/@tensorflow node_modules/@vladmandic

FROM node:${NODE_VERSION}-bookworm-slim
WORKDIR /app
# glibc keeps an arena of memory for every thread; with the threads of image libraries they add up.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    AVATAR_DATA_DIR=/data \
    AVATAR_MODELS_DIR=/models \
    MALLOC_ARENA_MAX=2
RUN mkdir -p /data && chown node:node /data
COPY --from=build --chown=node:node /models /models
COPY --from=build /app /app
USER node
VOLUME ["/data", "/models"]
EXPOSE 8080
# Answers as soon as the process does; whether models are loaded is /readyz, for whatever sends requests here.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "apps/server/dist/main.js"]
