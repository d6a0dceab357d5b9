// The path below which this service is reached, such as /tickets; empty at the root of its host.

const {pathname} = new URL(import.meta.url);

export const BASE = pathname.slice(0, pathname.lastIndexOf("/static/"));
