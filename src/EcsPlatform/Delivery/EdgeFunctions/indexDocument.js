// Asks the origin for the index document of a folder: of a path that ends with a slash, or whose last part has no dot.
async function indexDocument(event, options) {
    const request = event.request;
    const last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
    if (last === '') {
        request.uri += options.name;
    } else if (!last.includes('.')) {
        request.uri += '/' + options.name;
    }
    return undefined;
}
