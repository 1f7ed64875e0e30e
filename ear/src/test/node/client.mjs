// A client of the official TypeScript SDK at work. Prints one JSON object with what it saw.
// Usage: TOKEN=… node client.mjs URL everything|filesystem [FOLDER]
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";

const [url, scenario, folder] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${process.env.TOKEN}` };
const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
const client = new Client(
  { name: "typescript-client", version: "1.0.0" },
  { capabilities: { elicitation: {}, roots: { listChanged: true } } },
);
client.setRequestHandler(ElicitRequestSchema, async () => ({ action: "decline" }));

async function failure(promise) {
  try {
    return { result: await promise };
  } catch (error) {
    return { code: error.code, message: error.message };
  }
}

async function everything() {
  const seen = {};
  seen.tools = (await client.listTools()).tools.map((tool) => tool.name);
  seen.echo = await client.callTool({ name: "echo", arguments: { message: "hello" } });
  seen.structured = await client.callTool({ name: "get-structured-content", arguments: { location: "New York" } });
  const steps = [];
  seen.long = await client.callTool(
    { name: "trigger-long-running-operation", arguments: { duration: 1, steps: 4 } },
    undefined,
    { onprogress: (progress) => steps.push(progress.progress) },
  );
  seen.progress = steps;
  seen.invalid = await failure(client.callTool({ name: "get-sum", arguments: { a: "no number" } }));
  seen.unknown = await failure(client.callTool({ name: "no-such-tool", arguments: {} }));
  seen.hidden = await failure(client.callTool({ name: "get-env", arguments: {} }));
  const resources = (await client.listResources()).resources;
  seen.resources = resources.map((resource) => resource.uri);
  seen.templates = (await client.listResourceTemplates()).resourceTemplates.map((template) => template.uriTemplate);
  seen.read = await client.readResource({ uri: resources[0].uri });
  seen.prompts = (await client.listPrompts()).prompts.map((prompt) => prompt.name);
  seen.prompt = await client.getPrompt({ name: "simple-prompt" });
  const cancel = new AbortController();
  const long = failure(
    client.callTool(
      { name: "trigger-long-running-operation", arguments: { duration: 30, steps: 60 } },
      undefined,
      { signal: cancel.signal, onprogress: () => cancel.abort("enough") },
    ),
  );
  seen.cancelled = await long;
  seen.after = await client.callTool({ name: "echo", arguments: { message: "still here" } });
  return seen;
}

async function filesystem() {
  const seen = {};
  seen.tools = (await client.listTools()).tools.map((tool) => tool.name);
  seen.list = await client.callTool({ name: "list_directory", arguments: { path: folder } });
  seen.read = await client.callTool({ name: "read_text_file", arguments: { path: `${folder}/note.txt` } });
  seen.write = await failure(
    client.callTool({ name: "write_file", arguments: { path: `${folder}/new.txt`, content: "x" } }),
  );
  seen.outside = await failure(client.callTool({ name: "read_text_file", arguments: { path: "/etc/hostname" } }));
  return seen;
}

await client.connect(transport);
const seen = scenario === "filesystem" ? await filesystem() : await everything();
seen.version = transport.protocolVersion;
seen.session = transport.sessionId !== undefined;
await transport.terminateSession();
await client.close();
console.log(JSON.stringify(seen));
