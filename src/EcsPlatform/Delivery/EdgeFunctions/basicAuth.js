// Lets in whoever sends a user and a password that the key value store knows. Its keys are the SHA-256, in hexadecimal digits, of what
// browsers send for them: user:password in base64. What fails here lets nobody in.
async function basicAuth(event, options) {
    const headers = event.request.headers;
    const sent = headers.authorization ? headers.authorization.value : '';
    if (sent.substring(0, 6).toLowerCase() === 'basic ') {
        const key = crypto.createHash('sha256').update(sent.substring(6).trim()).digest('hex');
        const store = cf.kvs();
        const known = await store.exists(key);
        if (known) {
            // The origin has no use for this password.
            delete headers.authorization;
            return undefined;
        }
    }
    return {
        statusCode: 401,
        statusDescription: 'Unauthorized',
        headers: {
            'cache-control': { value: 'no-store' },
            'www-authenticate': { value: 'Basic realm="' + options.realm + '", charset="UTF-8"' },
        },
    };
}
