# One image for api and worker: the command decides which process it is.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx tsx local/build.ts

FROM node:20-bookworm-slim AS run
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded engine is for local runs only; other optional packages are native parts that are needed.
RUN npm ci --no-audit --no-fund --omit=dev && rm -rf node_modules/@0q
COPY --from=build /app/dist ./dist
# An empty volume takes its owner from here; without this it is root's, and no anchor is ever written.
RUN mkdir /anchor && chown node:node /anchor
USER node
EXPOSE 8080
CMD ["node", "--enable-source-maps", "dist/api.mjs"]
