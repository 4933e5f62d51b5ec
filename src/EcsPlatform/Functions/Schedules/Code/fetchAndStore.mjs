// Fetches a URL and stores what it answers under the UTC date on which this began. What reaches beyond the code is a parameter: fetch,
// put, sleep and now.
export async function fetchAndStore(options, { fetch, put, sleep, now }) {
    const date = now().toISOString().slice(0, 10);
    const answer = await fetchPatiently(options, fetch, sleep);
    const key = options.keyPrefix + date + '/' + options.objectName;
    await put({
        Bucket: options.bucket,
        Key: key,
        Body: answer.body,
        ContentType: options.contentType || answer.contentType || 'application/octet-stream',
    });
    return key;
}

// Whatever goes wrong may pass; the last word tells of every attempt.
async function fetchPatiently(options, fetch, sleep) {
    const reasons = [];
    for (let attempt = 0; ; attempt++) {
        try {
            return await fetchOnce(options, fetch);
        } catch (error) {
            reasons.push(reasonOf(error, options));
        }
        if (attempt === options.retries) {
            throw new Error('GET ' + options.url + ' failed: ' + reasons.join('; '));
        }
        await sleep(options.pauseSeconds * 2 ** attempt * 1000);
    }
}

// The time is up for the body as well as for the answer's beginning.
async function fetchOnce(options, fetch) {
    const response = await fetch(options.url, { signal: AbortSignal.timeout(options.timeoutSeconds * 1000) });
    if (!response.ok) {
        throw new Error('status ' + response.status);
    }
    return { body: new Uint8Array(await response.arrayBuffer()), contentType: response.headers.get('content-type') };
}

// Node says no more than "fetch failed"; what failed is the cause.
function reasonOf(error, options) {
    if (error.name === 'TimeoutError') {
        return 'no answer within ' + options.timeoutSeconds + ' s';
    }
    return error.cause && error.cause.message ? error.cause.message : error.message;
}
