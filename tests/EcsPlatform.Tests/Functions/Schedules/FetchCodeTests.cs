using System.Text.Json;
using System.Text.Json.Nodes;
using EcsPlatform.Functions;
using EcsPlatform.Testing;
using EcsPlatform.Tests.Delivery;
using static EcsPlatform.Tests.Functions.FetchPlans;

namespace EcsPlatform.Tests.Functions;

/// <summary>Runs the function's code in Node.js, with stand-ins for what it reaches.</summary>
public class FetchCodeTests
{
    // Each attempt takes the next of the answers: a status, or the name of what goes wrong.
    private const string StandIns = """
        const seen = { pauses: [], urls: [], stored: [] };
        const answer = what => {
            if (what === 'refused') {
                throw Object.assign(new TypeError('fetch failed'), { cause: new Error('connect ECONNREFUSED') });
            }
            if (what === 'broken') {
                throw new TypeError('terminated');
            }
            return {
                ok: what >= 200 && what < 300,
                status: what,
                headers: new Headers(type ? { 'content-type': type } : {}),
                arrayBuffer: async () => new TextEncoder().encode('{"visits":42}').buffer,
            };
        };
        const never = signal => new Promise((resolve, reject) => {
            const alive = setTimeout(resolve, 20000);
            signal.addEventListener('abort', () => { clearTimeout(alive); reject(signal.reason); });
        });
        const fetch = async (url, { signal }) => {
            seen.urls.push(url);
            const what = answers.shift();
            if (what === 'silent') {
                return never(signal);
            }
            return what === 'stuck' ? { ...answer(200), arrayBuffer: () => never(signal) } : answer(what);
        };
        const put = async object => {
            if (storing) {
                throw new Error(storing);
            }
            seen.stored.push({ ...object, Body: new TextDecoder().decode(object.Body) });
        };
        const sleep = async milliseconds => { seen.pauses.push(milliseconds); };
        const now = () => new Date('2026-07-01T23:59:59.999Z');
        try {
            seen.result = await fetchAndStore(options, { fetch, put, sleep, now });
        } catch (error) {
            seen.error = error.message;
        }
        process.stdout.write(JSON.stringify(seen));
        """;

    [NodeFact]
    public void What_was_answered_lies_under_the_day()
    {
        var seen = Fetched([200]);
        seen["result"]!.GetValue<string>().ShouldBe("summary/2026-07-01/service-stats.json");
        seen["urls"]!.ToJsonString().ShouldBe("""["https://search.library.example.org/summary"]""");
        seen["pauses"]!.AsArray().ShouldBeEmpty();
        var stored = seen["stored"]!.AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        (stored["Bucket"]!.GetValue<string>(), stored["Key"]!.GetValue<string>()).ShouldBe(("statistics", "summary/2026-07-01/service-stats.json"));
        (stored["Body"]!.GetValue<string>(), stored["ContentType"]!.GetValue<string>()).ShouldBe(("""{"visits":42}""", "application/vnd.sdmx+json"));
    }

    [NodeTheory]
    [InlineData("text/csv", "application/json", "text/csv")]
    [InlineData(null, "application/json", "application/json")]
    [InlineData(null, null, "application/octet-stream")]
    public void The_content_type_is_the_one_asked_for_or_the_answers(string? asked, string? answered, string stored) =>
        Fetched([200], asked, answered)["stored"]![0]!["ContentType"]!.GetValue<string>().ShouldBe(stored);

    [NodeFact]
    public void What_fails_is_tried_again_after_pauses_that_grow()
    {
        var seen = Fetched(["refused", 503, "silent", 204]);
        seen["pauses"]!.ToJsonString().ShouldBe("[5000,10000,20000]");
        seen["urls"]!.AsArray().Count.ShouldBe(4);
        seen["stored"]!.AsArray().Count.ShouldBe(1);
        seen["error"].ShouldBeNull();
    }

    [NodeFact]
    public void When_all_attempts_fail_the_error_tells_of_each()
    {
        var seen = Fetched(["refused", 404, "stuck", "broken"]);
        seen["error"]!.GetValue<string>().ShouldBe(
            "GET https://search.library.example.org/summary failed: connect ECONNREFUSED; status 404; no answer within 0.05 s; terminated");
        seen["stored"]!.AsArray().ShouldBeEmpty();
        seen["pauses"]!.AsArray().Count.ShouldBe(3);
    }

    [NodeFact]
    public void What_cannot_be_stored_is_not_fetched_again()
    {
        var seen = Fetched([200, 200], storing: "AccessDenied");
        seen["error"]!.GetValue<string>().ShouldBe("AccessDenied");
        seen["urls"]!.AsArray().Count.ShouldBe(1);
    }

    [NodeFact]
    public async Task The_handler_does_what_the_arguments_say()
    {
        var plan = await OfFetch(Fetch with { KeyPrefix = "counts/", ContentType = "application/json", Retries = 0 });
        var function = plan.Only(FunctionPlans.Function);
        var names = new[] { "BUCKET", "CONTENT_TYPE", "FETCH_URL", "KEY_PREFIX", "OBJECT_NAME", "PAUSE_SECONDS", "RETRIES", "TIMEOUT_SECONDS" };
        var environment = names.ToDictionary(name => name, name => function.Text($"environment.variables.{name}"), StringComparer.Ordinal);
        var handler = FetchFunction.Code["index.mjs"]
            .Replace("import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';", "", StringComparison.Ordinal)
            .Replace("import { fetchAndStore } from './fetchAndStore.mjs';", FetchFunction.Code["fetchAndStore.mjs"], StringComparison.Ordinal);
        var seen = Run($$"""
            const seen = {};
            class PutObjectCommand { constructor(input) { this.input = input; } }
            class S3Client { async send(command) { seen.key = command.input.Key; seen.bucket = command.input.Bucket; seen.type = command.input.ContentType; } }
            globalThis.fetch = async url => { seen.url = url; return new Response('{}'); };
            console.log = text => { seen.log = text; };
            Object.assign(process.env, {{JsonSerializer.Serialize(environment)}});
            {{handler}}
            await handler({});
            process.stdout.write(JSON.stringify(seen));
            """);
        seen["url"]!.GetValue<string>().ShouldBe(Fetch.Url);
        (seen["bucket"]!.GetValue<string>(), seen["type"]!.GetValue<string>()).ShouldBe(("statistics", "application/json"));
        seen["key"]!.GetValue<string>().ShouldMatch(@"\Acounts/\d{4}-\d\d-\d\d/service-stats\.json\z");
        seen["log"]!.GetValue<string>().ShouldBe($"Stored {seen["key"]!.GetValue<string>()}");
    }

    private static JsonNode Fetched(object[] answers, string? contentType = null, string? answered = "application/vnd.sdmx+json", string? storing = null)
    {
        var options = new
        {
            url = "https://search.library.example.org/summary",
            timeoutSeconds = 0.05,
            retries = 3,
            pauseSeconds = 5,
            bucket = "statistics",
            keyPrefix = "summary/",
            objectName = "service-stats.json",
            contentType,
        };
        return Run($"""
            {FetchFunction.Code["fetchAndStore.mjs"]}
            const options = {JsonSerializer.Serialize(options)};
            const answers = {JsonSerializer.Serialize(answers)};
            const type = {JsonSerializer.Serialize(answered)};
            const storing = {JsonSerializer.Serialize(storing)};
            {StandIns}
            """);
    }
}
