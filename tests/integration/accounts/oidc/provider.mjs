// A real OpenID provider: who logs in there is whom they say they are. Prints its issuer when it runs.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, redirect] = process.argv.slice(2);
const entry = createRequire(`${modules}/`).resolve("oidc-provider");
const { Provider } = await import(pathToFileURL(entry));

const key = (type, options, members) => ({
  ...generateKeyPairSync(type, options).privateKey.export({ format: "jwk" }), use: "sig", ...members,
});
const publicClient = {
  redirect_uris: [redirect], token_endpoint_auth_method: "none", grant_types: ["authorization_code"],
};
const configuration = {
  clients: [
    { ...publicClient, client_id: "ticket-shop" },
    { ...publicClient, client_id: "phone-app" },
  ],
  jwks: {
    keys: [
      key("rsa", { modulusLength: 2048 }, { kid: "rsa", alg: "RS256" }),
      key("ec", { namedCurve: "P-384" }, { kid: "ec" }),
    ],
  },
  cookies: { keys: ["a secret of a test"] },
  claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: `${id} from elsewhere`, email: `${id}@test.example`, email_verified: true }),
  }),
  pkce: { required: () => true },
  // An access token of programs: a JWT (RFC 9068) for one audience (RFC 8707).
  features: {
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_, audience) => ({
        scope: "openid", audience, accessTokenFormat: "jwt", jwt: { sign: { alg: "ES384" } },
      }),
    },
  },
  enabledJWA: { idTokenSigningAlgValues: ["RS256"] },
  ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 300, IdToken: 300, Interaction: 300, Session: 300 },
};

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.on("request", new Provider(issuer, configuration).callback());
  console.log(issuer);
});
