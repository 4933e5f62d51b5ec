using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>Functions and what calls them.</summary>
internal static class LambdaAnswers
{
    // The inputs that hold or name a function's or a layer's code.
    private static readonly string[] Code = ["code", "imageUri", "s3Bucket", "s3Key", "s3ObjectVersion", "sourceCodeHash"];

    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:lambda/function:Function"] = Function,
        ["aws:lambda/alias:Alias"] = alias => alias
            .Named(128).Set("arn", $"{FunctionArn(alias, "functionName")}:{alias.Text("name")}").IdIsArn()
            .Set("invokeArn", InvokeArn(alias, alias.Id)),
        ["aws:lambda/permission:Permission"] = permission => permission
            .Default("statementId", $"terraform-{FakeIdentifiers.Digits(26, permission.Seed())}").Identify(permission.Text("statementId")),
        ["aws:lambda/eventSourceMapping:EventSourceMapping"] = mapping => mapping
            .Identify(FakeIdentifiers.Uuid(mapping.Seed())).Set("uuid", mapping.Id)
            .Arn("lambda", $"event-source-mapping:{mapping.Id}").Tags()
            .Set("functionArn", FunctionArn(mapping, "functionName")).Set("lastModified", FakeIdentifiers.Timestamp)
            .Set("state", "Enabled").Set("stateTransitionReason", "USER_INITIATED").Empty("lastProcessingResult"),
        ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"] = config => config.Identify(config.Text("functionName")),
        ["aws:lambda/layerVersion:LayerVersion"] = layer => layer
            .Set("version", $"{FakeIdentifiers.Counter(layer.Seed("version")):0}")
            .Set("layerArn", layer.Scope.Arn("lambda", $"layer:{layer.Text("layerName")}"))
            .Set("arn", $"{layer.Text("layerArn")}:{layer.Text("version")}").IdIsArn()
            .Set("createdDate", FakeIdentifiers.Timestamp).Set("sourceCodeSize", 0d).Set("codeSha256", Sha256(layer))
            .Empty("signingJobArn", "signingProfileVersionArn"),
        ["aws:lambda/functionUrl:FunctionUrl"] = url => url
            .Identify(url.Text("functionName")).Set("functionArn", FunctionArn(url, "functionName"))
            .Set("urlId", FakeIdentifiers.LowerAlphanumeric(32, url.Seed()))
            .Set("functionUrl", $"https://{url.Text("urlId")}.lambda-url.{url.Scope.Region}.on.aws/"),
        ["aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig"] = config => config
            .Identify($"{config.Text("functionName")},{config.Text("qualifier")}"),
        ["aws:lambda/invocation:Invocation"] = invocation => invocation
            .Identify($"{invocation.Text("functionName")}_{FakeIdentifiers.Hex(32, invocation.Seed())}").Empty("result"),
    };

    private static void Function(AnswerDraft function)
    {
        function.IdIsName(64);
        var arn = function.Scope.Arn("lambda", $"function:{function.Id}");
        var version = function.Inputs.Flag("publish") ? $"{FakeIdentifiers.Counter(PublishedSeed(function)):0}" : "$LATEST";
        function
            .Set("arn", arn).Tags().Set("version", version).Set("qualifiedArn", $"{arn}:{version}")
            .Set("invokeArn", InvokeArn(function, arn)).Set("qualifiedInvokeArn", InvokeArn(function, $"{arn}:{version}"))
            .Set("responseStreamingInvokeArn",
                InvokeArn(function, arn, "2021-11-15", "response-streaming-invocations"))
            .Set("lastModified", FakeIdentifiers.Timestamp).Set("sourceCodeSize", 0d)
            .Empty("signingJobArn", "signingProfileVersionArn")
            .Default("codeSha256", Sha256(function)).Default("packageType", "Zip").Default("architectures", List(["x86_64"]))
            .Default("memorySize", 128d).Default("timeout", 3d).Default("ephemeralStorage", Map(("size", 512d)))
            .Default("reservedConcurrentExecutions", -1d)
            .Default("loggingConfig", Map(("logFormat", "Text"), ("logGroup", $"/aws/lambda/{function.Id}")))
            .Default("tracingConfig", Map(("mode", "PassThrough")));
    }

    // A version is published for every change of code or configuration; tags and concurrency belong to the function itself.
    private static string PublishedSeed(AnswerDraft function) =>
        function.ContentSeed("tags", "publish", "reservedConcurrentExecutions", "skipDestroy");

    private static string Sha256(AnswerDraft code) =>
        Convert.ToBase64String(Convert.FromHexString(FakeIdentifiers.Hex(64, code.SeedOf(Code))));

    private static string FunctionArn(AnswerDraft draft, string key)
    {
        var function = draft.Text(key);
        return function.StartsWith("arn:", StringComparison.Ordinal) ? function : draft.Scope.Arn("lambda", $"function:{function}");
    }

    private static string InvokeArn(AnswerDraft draft, string arn, string apiVersion = "2015-03-31", string action = "invocations") =>
        $"arn:{draft.Scope.Partition}:apigateway:{draft.Scope.Region}:lambda:path/{apiVersion}/functions/{arn}/{action}";
}
