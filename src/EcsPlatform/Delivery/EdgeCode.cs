using System.Text;
using System.Text.Json;

namespace EcsPlatform.Delivery;

/// <summary>The JavaScript of functions, for CloudFront's runtime 2.0: files of this folder, and a handler that calls them in order.</summary>
public static class EdgeCode
{
    /// <summary>
    /// How much code a function may have, in bytes
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions).
    /// </summary>
    public const int MostBytes = 10_240;

    /// <summary>The runtime for which it is written.</summary>
    public const string Runtime = "cloudfront-js-2.0";

    // What other runtimes know by these names, this one knows too; the key value store is its own.
    private const string Imports = "import cf from 'cloudfront';\nconst crypto = require('crypto');\n\n";

    /// <summary>The code of all that a behaviour does with one event. It is ASCII, so that its length is its size.</summary>
    /// <param name="functions">What is done, all with the same event and without problems of their own.</param>
    /// <returns>The code; null when there is none of ours.</returns>
    public static string? Of(ImmutableArray<EdgeFunction> functions)
    {
        var steps = functions.Select(StepOf).OfType<Step>().ToList();
        if (steps.Count == 0)
        {
            return null;
        }

        var code = new StringBuilder(functions.Any(function => function is EdgeFunction.BasicAuth) ? Imports : "");
        foreach (var file in steps.Select(step => step.Name).Distinct(StringComparer.Ordinal))
        {
            code.Append(Source(file)).Append('\n');
        }

        return code.Append(functions[0].Event == ViewerEvent.Request ? RequestHandler(steps) : ResponseHandler(steps)).ToString();
    }

    // A step that answers ends the request; the last word has the request itself.
    private static string RequestHandler(IEnumerable<Step> steps) =>
        $"async function handler(event) {{\n    let answer;\n{string.Concat(steps.Select(step =>
            $"    answer = await {step.Name}(event, {step.Options});\n    if (answer) {{\n        return answer;\n    }}\n"))}    return event.request;\n}}\n";

    private static string ResponseHandler(IEnumerable<Step> steps) =>
        $"async function handler(event) {{\n{string.Concat(steps.Select(step =>
            $"    await {step.Name}(event, {step.Options});\n"))}    return event.response;\n}}\n";

    private static Step? StepOf(EdgeFunction function) => function switch
    {
        EdgeFunction.BasicAuth auth => new Step("basicAuth", JsonSerializer.Serialize(new { realm = auth.Realm })),
        EdgeFunction.Redirects redirects => new Step("redirects", JsonSerializer.Serialize(new { rules = redirects.Rules.Select(Rule) })),
        EdgeFunction.IndexDocument index => new Step("indexDocument", JsonSerializer.Serialize(new { name = index.Name })),
        EdgeFunction.CorsHeaders { Sites: CorsSites.Only only } => new Step(
            "corsHeaders", JsonSerializer.Serialize(new { any = false, origins = only.Origins.Order(StringComparer.Ordinal) })),
        EdgeFunction.CorsHeaders => new Step("corsHeaders", JsonSerializer.Serialize(new { any = true })),
        _ => null,
    };

    private static object Rule(RedirectRule rule) => new
    {
        from = rule.From.TrimEnd('*'),
        below = rule.From.EndsWith('*'),
        to = rule.To.TrimEnd('*'),
        keepRest = rule.To.EndsWith('*'),
        status = rule.Status,
    };

    private static string Source(string name)
    {
        using var stream = typeof(EdgeCode).Assembly.GetManifestResourceStream($"EcsPlatform.Delivery.{name}.js")
            ?? throw new InvalidOperationException($"The assembly has no file {name}.js.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed record Step(string Name, string Options);
}
