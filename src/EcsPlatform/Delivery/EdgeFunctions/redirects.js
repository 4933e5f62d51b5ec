// Answers with the first rule whose path is the request's, or begins it. The query string stays.
async function redirects(event, options) {
    const uri = event.request.uri;
    for (let i = 0; i < options.rules.length; i++) {
        const rule = options.rules[i];
        if (rule.below ? uri.startsWith(rule.from) : uri === rule.from) {
            // Further slashes would make the rest the name of another host.
            const rest = rule.keepRest ? uri.substring(rule.from.length).replace(/^[\/\\]+/, '') : '';
            const query = event.request.rawQueryString();
            return {
                statusCode: rule.status,
                statusDescription: 'Redirect',
                headers: { location: { value: rule.to + rest + (query ? '?' + query : '') } },
            };
        }
    }
    return undefined;
}
