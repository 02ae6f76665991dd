# Builds with .NET SDK 10 and Node 20, runs without either.
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/CompetencyPortal.Web --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The base image's own user without rights; the volume keeps the owner of the folder that it is mounted on.
RUN mkdir /data && chown "$APP_UID" /data
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
ENV ConnectionStrings__Portal="Data Source=/data/portal.db"
VOLUME /data
EXPOSE 8443
ENTRYPOINT ["dotnet", "CompetencyPortal.Web.dll"]
