using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcsPlatform.Delivery;

namespace EcsPlatform.Tests.Delivery;

/// <summary>Runs the functions' code in Node.js, with a key value store of the test.</summary>
public class EdgeCodeTests
{
    private static readonly EdgeFunction.Redirects Moved = new([
        new RedirectRule("/old", "/new") { Status = 301 },
        new RedirectRule("/volumes/*", "https://www.example.org/collections/*") { Status = 308 },
        new RedirectRule("/here/*", "/*"),
        new RedirectRule("/gone/*", "https://www.example.org/"),
    ]);

    [NodeFact]
    public void Who_is_in_the_store_enters_and_the_origin_does_not_see_the_password()
    {
        var answer = Run([new EdgeFunction.BasicAuth()], Request("/", ("authorization", Basic("reader:secret"))), "reader:secret");
        answer["uri"]!.GetValue<string>().ShouldBe("/");
        answer["headers"]!.AsObject().ContainsKey("authorization").ShouldBeFalse();
    }

    [NodeTheory]
    [InlineData(null)]
    [InlineData("reader:wrong")]
    [InlineData("reader")]
    public void Nobody_else_enters(string? credentials)
    {
        var request = credentials is null ? Request("/") : Request("/", ("authorization", Basic(credentials)));
        var answer = Run([new EdgeFunction.BasicAuth { Realm = "Staging" }], request, "reader:secret");
        answer["statusCode"]!.GetValue<int>().ShouldBe(401);
        answer["headers"]!["www-authenticate"]!["value"]!.GetValue<string>().ShouldBe("Basic realm=\"Staging\", charset=\"UTF-8\"");
        answer["headers"]!["cache-control"]!["value"]!.GetValue<string>().ShouldBe("no-store");
    }

    [NodeFact]
    public void An_empty_store_lets_nobody_in() =>
        Run([new EdgeFunction.BasicAuth()], Request("/", ("authorization", Basic(":"))))["statusCode"]!.GetValue<int>().ShouldBe(401);

    [NodeTheory]
    [InlineData("/old", "", 301, "/new")]
    [InlineData("/old", "a=b&c", 301, "/new?a=b&c")]
    [InlineData("/volumes/1/2", "", 308, "https://www.example.org/collections/1/2")]
    [InlineData("/volumes/", "q=%20", 308, "https://www.example.org/collections/?q=%20")]
    [InlineData("/here//evil.example.org", "", 302, "/evil.example.org")]
    [InlineData("/here/\\\\evil.example.org", "", 302, "/evil.example.org")]
    [InlineData("/gone/far/away", "", 302, "https://www.example.org/")]
    public void Redirects_keep_the_query_and_the_rest(string uri, string query, int status, string location)
    {
        var answer = Run([Moved], Request(uri, query));
        answer["statusCode"]!.GetValue<int>().ShouldBe(status);
        answer["headers"]!["location"]!["value"]!.GetValue<string>().ShouldBe(location);
    }

    [NodeTheory]
    [InlineData("/older")]
    [InlineData("/volumes")]
    [InlineData("/")]
    public void Other_paths_go_on(string uri) => Run([Moved], Request(uri))["uri"]!.GetValue<string>().ShouldBe(uri);

    [NodeTheory]
    [InlineData("/", "/index.html")]
    [InlineData("/about/", "/about/index.html")]
    [InlineData("/about", "/about/index.html")]
    [InlineData("/v1.2/notes", "/v1.2/notes/index.html")]
    [InlineData("/site.css", "/site.css")]
    public void Folders_have_an_index_document(string uri, string expected) =>
        Run([new EdgeFunction.IndexDocument()], Request(uri))["uri"]!.GetValue<string>().ShouldBe(expected);

    [NodeFact]
    public void Functions_run_in_the_order_given()
    {
        var functions = ImmutableArray.Create<EdgeFunction>(new EdgeFunction.BasicAuth(), Moved, new EdgeFunction.IndexDocument { Name = "home.html" });
        Run(functions, Request("/old"))["statusCode"]!.GetValue<int>().ShouldBe(401);
        var authorization = ("authorization", Basic("reader:secret"));
        Run(functions, Request("/old", authorization), "reader:secret")["statusCode"]!.GetValue<int>().ShouldBe(301);
        Run(functions, Request("/about/", authorization), "reader:secret")["uri"]!.GetValue<string>().ShouldBe("/about/home.html");
    }

    [NodeTheory]
    [InlineData("https://viewer.example.org", null, "*", null)]
    [InlineData(null, null, null, null)]
    [InlineData("https://viewer.example.org", "https://own.example.org", "https://own.example.org", null)]
    public void All_sites_may_read_what_the_origin_does_not_decide(string? site, string? decided, string? allowed, string? vary) =>
        CorsOf(new CorsSites.Any(), site, decided).ShouldBe((allowed, vary));

    [NodeTheory]
    [InlineData("https://viewer.example.org", "https://viewer.example.org", "Origin")]
    [InlineData("https://other.example.org", null, "Origin")]
    public void Some_sites_may_read(string site, string? allowed, string vary) =>
        CorsOf(new CorsSites.Only(["https://viewer.example.org", "https://a.example.org"]), site, null).ShouldBe((allowed, vary));

    [Fact]
    public void The_code_is_the_same_for_the_same_functions_and_has_only_what_it_needs()
    {
        var code = EdgeCode.Of([Moved, new EdgeFunction.IndexDocument()]).ShouldNotBeNull();
        EdgeCode.Of([Moved with { }, new EdgeFunction.IndexDocument()]).ShouldBe(code);
        code.ShouldNotContain("import");
        code.ShouldNotContain("basicAuth");
        code.IndexOf("await redirects", StringComparison.Ordinal).ShouldBeLessThan(code.IndexOf("await indexDocument", StringComparison.Ordinal));
        EdgeCode.Of([new EdgeFunction.BasicAuth()]).ShouldNotBeNull().ShouldStartWith("import cf from 'cloudfront';\nconst crypto = require('crypto');\n");
        EdgeCode.Of([new EdgeFunction.Existing(ViewerEvent.Request, "arn")]).ShouldBeNull();
        EdgeCode.Of([]).ShouldBeNull();
    }

    [Fact]
    public void All_functions_together_fit_and_are_ASCII()
    {
        var code = EdgeCode.Of([new EdgeFunction.BasicAuth(), Moved, new EdgeFunction.IndexDocument()]).ShouldNotBeNull();
        Encoding.UTF8.GetByteCount(code).ShouldBe(code.Length);
        code.Length.ShouldBeLessThan(EdgeCode.MostBytes / 2);
    }

    private static (string? Allowed, string? Vary) CorsOf(CorsSites sites, string? site, string? decided)
    {
        var @event = site is null ? Request("/") : Request("/", ("origin", site));
        @event["response"] = new JsonObject { ["statusCode"] = 200, ["headers"] = new JsonObject() };
        if (decided is not null)
        {
            @event["response"]!["headers"]!["access-control-allow-origin"] = new JsonObject { ["value"] = decided };
        }

        var headers = Run([new EdgeFunction.CorsHeaders(sites)], @event)["headers"]!;
        return (headers["access-control-allow-origin"]?["value"]?.GetValue<string>(), headers["vary"]?["value"]?.GetValue<string>());
    }

    private static string Basic(string credentials) => $"Basic {Base64(credentials)}";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static JsonObject Request(string uri, params (string Name, string Value)[] headers) => Request(uri, "", headers);

    private static JsonObject Request(string uri, string query, params (string Name, string Value)[] headers) => new()
    {
        ["query"] = query,
        ["request"] = new JsonObject
        {
            ["method"] = "GET",
            ["uri"] = uri,
            ["headers"] = new JsonObject(headers.Select(header =>
                KeyValuePair.Create(header.Name, (JsonNode?)new JsonObject { ["value"] = header.Value }))),
        },
    };

    private static JsonObject Run(ImmutableArray<EdgeFunction> functions, JsonObject @event, params string[] known)
    {
        // Node has no key value store: the test's takes its place.
        var keys = known.Select(credentials => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Base64(credentials)))));
        var code = EdgeCode.Of(functions).ShouldNotBeNull().Replace(
            "import cf from 'cloudfront';",
            $"const cf = {{ kvs: () => ({{ exists: async key => {JsonSerializer.Serialize(keys)}.includes(key) }}) }};",
            StringComparison.Ordinal);
        var start = new ProcessStartInfo("node", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start).ShouldNotBeNull();
        node.StandardInput.Write($$"""
            'use strict';
            {{code}}
            const event = {{@event.ToJsonString()}};
            event.request.rawQueryString = () => event.query;
            handler(event).then(answer => console.log(JSON.stringify(answer)));
            """);
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        var error = node.StandardError.ReadToEnd();
        node.WaitForExit(20_000).ShouldBeTrue();
        error.ShouldBeEmpty();
        return JsonNode.Parse(output).ShouldNotBeNull().AsObject();
    }
}
