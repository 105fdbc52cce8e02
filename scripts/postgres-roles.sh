#!/bin/sh
# Run once by the postgres image when its volume is new: the two roles and the database of isnad.
set -eu
psql --set=ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set=owner="$ISNAD_OWNER_PASSWORD" --set=app="$ISNAD_APP_PASSWORD" <<'SQL'
CREATE ROLE isnad_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE isnad_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app';
CREATE DATABASE isnad OWNER isnad_owner;
SQL
