// Puts a server that speaks MCP over standard input and output behind Streamable HTTP, one process a
// session, so that it can stand behind the gate. Usage: node bridge.mjs PORT COMMAND [ARGUMENT…]
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";

const [port, command, ...args] = process.argv.slice(2);
const sessions = new Map();

async function open() {
  const server = new StdioClientTransport({ command, args });
  const front = new StreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
    onsessioninitialized: (id) => sessions.set(id, front),
  });
  front.onmessage = (message) => server.send(message);
  front.onclose = () => {
    sessions.delete(front.sessionId);
    server.close();
  };
  server.onmessage = (message) => front.send(message);
  await server.start();
  return front;
}

const http = createServer(async (request, response) => {
  const id = request.headers["mcp-session-id"];
  const front = id ? sessions.get(id) : await open();
  if (!front) {
    response.writeHead(404).end();
    return;
  }
  await front.handleRequest(request, response);
});
http.listen(Number(port), "127.0.0.1", () => console.log(`listening on ${port}`));
