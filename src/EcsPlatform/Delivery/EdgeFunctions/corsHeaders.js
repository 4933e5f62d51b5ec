// Lets scripts of other sites read a response, unless the origin has decided that itself.
async function corsHeaders(event, options) {
    const origin = event.request.headers.origin;
    const headers = event.response.headers;
    if (!origin || headers['access-control-allow-origin']) {
        return;
    }
    if (options.any) {
        headers['access-control-allow-origin'] = { value: '*' };
    } else {
        // Caches must not give one site the answer for another.
        headers.vary = { value: headers.vary ? headers.vary.value + ', Origin' : 'Origin' };
        if (options.origins.includes(origin.value)) {
            headers['access-control-allow-origin'] = { value: origin.value };
        }
    }
}
