// A receiver of webhooks in Node: verifies each request with the package `standardwebhooks`, and
// prints what it found as a line of JSON. Arguments: certificate, key, secret.
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { Webhook } from "standardwebhooks";

const [certificate, key, secret] = process.argv.slice(2);
const webhook = new Webhook(secret);

const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    try {
      const message = webhook.verify(Buffer.concat(parts).toString("utf8"), request.headers);
      console.log(JSON.stringify({ id: request.headers["webhook-id"], message }));
      response.writeHead(204).end();
    } catch (error) {
      console.log(JSON.stringify({ error: String(error) }));
      response.writeHead(400).end();
    }
  });
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port })));
