CREATE TABLE reading (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, value double precision NOT NULL);
CREATE FUNCTION doubled(value double precision) RETURNS double precision LANGUAGE sql AS 'SELECT value * 2';
CREATE TABLE audit (line text NOT NULL);
REVOKE UPDATE, DELETE ON audit FROM ${appUser};
