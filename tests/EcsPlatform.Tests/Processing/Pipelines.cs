using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Plans;
using EcsPlatform.Processing;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Processing;

/// <summary>Pipelines that are right; tests vary them with <c>with</c>.</summary>
internal static class Pipelines
{
    public const string TopicArn = "arn:aws:sns:eu-west-1:111111111111:operators";

    public static PipelineFunction Copy { get; } = Function("copy");

    public static PipelineFunction Indexer { get; } = Function("index");

    public static ObjectEvents Items { get; } = new() { Bucket = "source", Prefix = "items/", Suffix = ".xml", Consumers = ["copy"] };

    public static ObjectEvents Collections { get; } = new() { Bucket = "releases", Prefix = "collections/", Suffix = ".json", Consumers = ["copy", "index"] };

    public static EventPipelineArgs Args { get; } = new()
    {
        Account = Valid.Account,
        Buckets = ImmutableSortedDictionary.Create<string, PipelineBucket>(StringComparer.Ordinal)
            .Add("releases", new PipelineBucket("library-releases", "arn:aws:s3:::library-releases"))
            .Add("source", new PipelineBucket("library-source", "arn:aws:s3:::library-source")),
        Functions = [Copy, Indexer],
        Events = [Items, Collections],
    };

    public static PipelineFunction Function(string name) => new()
    {
        Name = name,
        Function = new LambdaFunctionArgs
        {
            Account = Valid.Account,
            Code = new FunctionCode.Image(ImageReference.Parse($"library/{name.ToLowerInvariant()}@{Valid.Digest}")),
            MemoryMiB = 512,
            TimeoutSeconds = 300,
        },
    };

    public static Task<Plan> Of(EventPipelineArgs args) => TestPlan.OfAsync(() => _ = new EventPipeline("events", args));

    public static IEnumerable<string> Problems(this EventPipelineArgs args) => args.Problems("events").Select(problem => problem.ToString());
}
