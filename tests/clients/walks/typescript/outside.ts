// What a buyer does outside the API: reads a mail, pays on the page of the test provider.

export const ADDRESS = process.env["ADDRESS"]!;
export const ADMIN = { email: "admin@example.com", password: "sample-password" };
export const PASSWORD = "correct horse battery staple";
const SECONDS = 20;

const steps: string[] = [];

/** Note that this step of the walk is behind it. */
export function done(step: string): void {
  steps.push(step);
}

/** Report to the test which steps were done. */
export function report(): void {
  console.log(JSON.stringify(steps));
}

export function assert(isTrue: unknown, said = "It is not so."): asserts isTrue {
  if (!isTrue) throw new Error(said);
}

/** Ask again and again until there is something. */
export async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + SECONDS * 1000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It took too long.");
}

/** The token in the mail that asks this person to confirm the address. */
export function confirmationToken(email: string): Promise<string> {
  return until(async () => {
    const written = await text("/dev/mails");
    for (const [, path] of written.matchAll(/href="(\/dev\/mails\/[0-9a-f-]+)"/g)) {
      const mail = await text(path!);
      const token = /\/confirm-email\?token=([\w%.~-]+)/.exec(mail);
      if (token && mail.includes(email)) return decodeURIComponent(token[1]!);
    }
    return undefined;
  });
}

async function text(path: string): Promise<string> {
  return (await fetch(ADDRESS + path)).text();
}

/** Press "Pay" on the payment page. */
export async function pay(redirectUrl: string): Promise<void> {
  const form = new URLSearchParams({ card_number: "4242 4242 4242 4242", action: "pay" });
  const response = await fetch(redirectUrl, { method: "POST", body: form });
  assert(response.ok);
}
