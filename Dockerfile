# syntax=docker/dockerfile:1
FROM node:20-slim AS base
WORKDIR /sundial

FROM base AS sources
# Only for a processor for which the SQLite driver has no ready build.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
COPY packages/sdk/package.json packages/sdk/
COPY packages/server/package.json packages/server/
COPY packages/web/package.json packages/web/
COPY bench/package.json bench/

# What the server needs to run, and nothing else.
FROM sources AS modules
RUN npm ci --omit=dev --workspace packages/server

FROM sources AS build
RUN npm ci
COPY tsconfig.base.json ./
COPY scripts scripts
COPY packages packages
RUN node scripts/build.mjs

FROM base
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=modules /sundial/node_modules node_modules
COPY packages/server/package.json packages/server/
COPY packages/server/assets packages/server/assets
COPY docs/recipes docs/recipes
COPY --from=build /sundial/packages/server/dist packages/server/dist
COPY --from=build /sundial/packages/web/dist packages/web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/server/dist/main.js"]
