// Calls our own API with the reader's session. Answers {data, language}; throws a Failure that says which words to show.

const CSRF_COOKIE = 'APUSILTA-XSRF';
const CSRF_HEADER = 'X-APUSILTA-XSRF';

export class Failure extends Error {
  constructor(status) {
    super('call failed: ' + status);
    this.status = status;
  }
}

export function read(path, signal) {
  return call(path, { headers: { Accept: 'application/json' }, signal });
}

export function send(path, body) {
  return call(path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', [CSRF_HEADER]: cookie(CSRF_COOKIE) },
    body: JSON.stringify(body)
  });
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin', redirect: 'error', ...options });
  } catch (e) {
    if (e.name === 'AbortError') {
      throw e;
    }
    throw new Failure(0);
  }
  if (!response.ok) {
    throw new Failure(response.status);
  }
  const text = await response.text();
  return { data: text ? JSON.parse(text) : null, language: response.headers.get('Content-Language') };
}

function cookie(name) {
  const found = document.cookie.split('; ').find(c => c.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
