using System.Collections.Immutable;
using EcsPlatform.Cli.Views;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Tests.Views;

/// <summary>Differences by hand.</summary>
internal static class Make
{
    public const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    public const string Service = "aws:ecs/service:Service";
    public const string Function = "aws:lambda/function:Function";
    public const string OldDigest = "3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    public const string NewDigest = "91bc44d0a1f6be7358120c9de4f7a06b2d5c8e19f3047ab6c1d2e8f90a7b5c34";
    public const string Registry = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/viewer";

    public static readonly ReportHeader Header = new("staging (Pulumi.staging.yaml)", "stand-in", "stacks/plans/staging.json");
    public static readonly PlannedResource Stack = Resource(Plan.StackType, "ecs-platform-staging") with { Custom = false };

    public static string Urn(string type, string name) => $"urn:pulumi:staging::ecs-platform::{type}::{name}";

    public static PlannedResource Resource(string type, string name, params (string Name, PropertyValue Value)[] inputs) =>
        new() { Urn = Urn(type, name), Type = type, Name = name, Inputs = Map(inputs), Parent = type == Plan.StackType ? null : Urn(Plan.StackType, "ecs-platform-staging") };

    public static PlannedResource PuttingOut(this PlannedResource resource, string id, params (string Name, PropertyValue Value)[] outputs) =>
        resource with { Id = id, Outputs = Map(outputs) };

    public static PropertyValue.Map Map(params (string Name, PropertyValue Value)[] entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));

    public static PropertyValue.List List(params PropertyValue[] items) => new([.. items]);

    public static PropertyValue Text(string text) => new PropertyValue.Text(text);

    public static PropertyValue Number(double number) => new PropertyValue.Number(number);

    public static PropertyValue Image(string digest) => Text($"{Registry}@sha256:{digest}");

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Dependency(string property, string urn) =>
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal).Add(property, [urn]);

    public static PropertyPath Path(string property, params PathSegment[] segments) => segments.Aggregate(PropertyPath.Of(property), (path, segment) => path.Then(segment));

    public static PathSegment Item(string key) => new PathSegment.Item(key);

    public static PathSegment Field(string name) => new PathSegment.Field(name);

    public static PropertyChange Change(string property, PropertyValue? old, PropertyValue? @new) => new(PropertyPath.Of(property), old, @new);

    public static PropertyChange ImageChange(PropertyValue? old, PropertyValue? @new, string container = "viewer") =>
        new(Path("containerDefinitions", Item(container), Field("image")), old, @new) { Replaces = true };

    public static ResourceChange Changed(Operation operation, PlannedResource resource, params PropertyChange[] inputs) => new()
    {
        Operation = operation,
        Old = operation == Operation.Create ? null : resource,
        New = operation == Operation.Delete ? null : resource,
        Inputs = [.. inputs],
    };

    public static ResourceChange Same(PlannedResource resource) => Changed(Operation.Same, resource);

    public static IEnumerable<ResourceChange> Unchanged(int count) =>
        Enumerable.Range(1, count).Select(i => Same(Resource("aws:s3/bucket:Bucket", $"bucket-{i:00000}")));

    public static PlanDifference Difference(params IEnumerable<ResourceChange> changes)
    {
        var given = changes.ToList();
        var sorted = (given.Any(change => change.Urn == Stack.Urn) ? given : [.. given, Same(Stack)])
            .OrderBy(change => change.Urn, StringComparer.Ordinal).ToImmutableArray();
        return new PlanDifference(
            Plan.Of("ecs-platform", "staging", sorted.Select(change => change.Old).OfType<PlannedResource>()),
            Plan.Of("ecs-platform", "staging", sorted.Select(change => change.New).OfType<PlannedResource>()),
            sorted,
            []);
    }

    public static DifferenceReport Report(params IEnumerable<ResourceChange> changes) => new(Header, Difference(changes));
}
