// Talking with the service: every answer is data, `null` where there was none, or a reason to stop.

import {BASE} from "../base.js";

const SECONDS_TO_WAIT = 4;

export class LoggedOut extends Error {}
export class Refused extends Error {}

export class Service {
  constructor(here) {
    this.here = here;
    this.skew = 0;
  }

  // The time that the service has, by this device's clock: RFC 3339.
  now() {
    return new Date(Date.now() + this.skew).toISOString();
  }

  list(since) {
    const query = since ? `?since=${encodeURIComponent(since)}` : "";
    return this.#ask(`${this.here}/list${query}`, {}, 30);
  }

  scan(body) {
    return this.#ask(`${this.here}/scan`, json(body), SECONDS_TO_WAIT);
  }

  merge(body) {
    return this.#ask(`${this.here}/scans`, json(body), 30);
  }

  readPhoto(photo) {
    const body = new FormData();
    body.append("photo", photo, "photo.jpg");
    return this.#ask(`${BASE}/door/read-photo`, {method: "POST", body}, 20);
  }

  async #ask(address, options, seconds) {
    let answer;
    try {
      answer = await fetch(address, {
        ...options,
        headers: {Accept: "application/json", ...options.headers},
        cache: "no-store",
        // A session that has ended is answered with the way to the log-in.
        redirect: "manual",
        signal: AbortSignal.timeout(seconds * 1000),
      });
      if (answer.type === "opaqueredirect" || answer.status === 401) throw new LoggedOut();
      if (answer.status >= 500 || answer.status === 429) return null;
      const data = await answer.json();
      if (!answer.ok) throw new Refused(data.detail ?? "");
      this.#keepTime(answer);
      return data;
    } catch (error) {
      if (error instanceof LoggedOut || error instanceof Refused) throw error;
      return null;
    }
  }

  #keepTime(answer) {
    const theirs = Date.parse(answer.headers.get("date"));
    const difference = theirs - Date.now();
    // A header has whole seconds, and took its time.
    if (theirs && Math.abs(difference - this.skew) > 5000) this.skew = difference;
  }
}

const json = body => ({
  method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body),
});
