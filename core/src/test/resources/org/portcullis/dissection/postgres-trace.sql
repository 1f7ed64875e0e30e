-- Makes a database tell what is done in it. Each line of the setting trace.log is one thing: a verb,
-- a schema and a name, with tabs between them.
DO $$ BEGIN
  CREATE ROLE caller LOGIN;
  CREATE ROLE u;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO PUBLIC', current_database()); END $$;
DROP SCHEMA public;
CREATE SCHEMA trace;
GRANT USAGE ON SCHEMA trace TO PUBLIC;

CREATE FUNCTION trace.note(verb text, space text, name text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  PERFORM set_config('trace.log', current_setting('trace.log') || verb || chr(9)
    || coalesce(space, '') || chr(9) || replace(coalesce(name, ''), chr(10), ' ') || chr(10), false);
END $$;

CREATE FUNCTION trace.written() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM trace.note(TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME);
  RETURN NULL;
END $$;

-- What is made beside a table, such as the index of its key, needs no name of its own.
CREATE FUNCTION trace.defined() RETURNS event_trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
DECLARE
  r record;
  verb text;
BEGIN
  IF current_setting('trace.log', true) IS NULL THEN RETURN; END IF;
  FOR r IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
    verb := split_part(r.command_tag, ' ', 1);
    verb := CASE verb WHEN 'COMMENT' THEN 'alter' WHEN 'SELECT' THEN 'create' ELSE verb END;
    IF r.object_type IN ('table', 'view', 'materialized view') THEN
      PERFORM trace.note(verb, r.schema_name, (SELECT relname FROM pg_class WHERE oid = r.objid));
    ELSIF r.object_type = 'schema' THEN
      PERFORM trace.note(verb, '', (SELECT nspname FROM pg_namespace WHERE oid = r.objid));
    ELSIF r.object_type IN ('function', 'procedure') THEN
      PERFORM trace.note(verb, r.schema_name, (SELECT proname FROM pg_proc WHERE oid = r.objid));
    ELSIF r.object_type IN ('table column', 'trigger') THEN
      PERFORM trace.note(CASE r.object_type WHEN 'trigger' THEN verb ELSE 'alter' END, '', '');
    ELSIF r.object_type NOT IN ('index', 'sequence', 'type') THEN
      PERFORM trace.note(verb, '', '');
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION trace.dropped() RETURNS event_trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
DECLARE
  r record;
BEGIN
  IF current_setting('trace.log', true) IS NULL THEN RETURN; END IF;
  FOR r IN SELECT * FROM pg_event_trigger_dropped_objects() WHERE original LOOP
    IF r.object_type IN ('table column', 'table constraint', 'default value') THEN
      PERFORM trace.note('alter', r.address_names[1], r.address_names[2]);
    ELSIF r.object_type IN ('trigger', 'rule', 'policy') THEN
      PERFORM trace.note('drop', '', '');
    ELSIF r.object_name IS NULL THEN
      PERFORM trace.note('drop', '', r.address_names[array_upper(r.address_names, 1)]);
    ELSE
      PERFORM trace.note('drop', r.schema_name, r.object_name);
    END IF;
  END LOOP;
END $$;

CREATE EVENT TRIGGER defined ON ddl_command_end EXECUTE FUNCTION trace.defined();
CREATE EVENT TRIGGER dropped ON sql_drop EXECUTE FUNCTION trace.dropped();

-- Triggers of statements fire where no row is changed, too.
CREATE PROCEDURE trace.watch() LANGUAGE plpgsql AS $$
DECLARE
  t regclass;
BEGIN
  FOR t IN
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND pg_get_userbyid(c.relowner) = 'caller'
    AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'written')
  LOOP
    EXECUTE format('CREATE TRIGGER written BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s'
      ' EXECUTE FUNCTION trace.written()', t);
  END LOOP;
END $$;
