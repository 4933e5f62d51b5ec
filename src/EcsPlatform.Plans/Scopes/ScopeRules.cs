using System.Collections.Immutable;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Scopes;

/// <summary>What may happen to a type of resource.</summary>
/// <param name="Operation">What is done to it.</param>
/// <param name="Type">The type.</param>
/// <param name="Inputs">The inputs that may differ, and everything in them.</param>
/// <param name="Condition">What else must hold for the resource and the input that differs.</param>
internal sealed record ScopeRule(Operation Operation, string Type, ImmutableArray<string> Inputs, Func<ScopeContext, ResourceChange, PropertyChange, bool> Condition);

/// <summary>What each scope allows. What is not here is outside: above all that anything is deleted or replaced but a task definition.</summary>
internal static class ScopeRules
{
    private const string Function = "aws:lambda/function:Function";

    // An alias follows the version that the new code gets.
    private static readonly ScopeRule AliasFollows =
        new(Operation.Update, "aws:lambda/alias:Alias", ["functionVersion"], (context, change, input) => context.FollowsFromAllowed(change, input));

    /// <summary>The rules of a scope.</summary>
    public static ImmutableArray<ScopeRule> Of(ExpectedScope scope) => scope switch
    {
        ExpectedScope.None => [],

        // The workloads that use the image, and no other: a service must have run the task definition that gets it.
        ExpectedScope.Image image =>
        [
            new(Operation.Replace, "aws:ecs/taskDefinition:TaskDefinition", ["containerDefinitions[*].image"], (_, _, input) => IsOf(image, input)),
            new(Operation.Update, "aws:ecs/service:Service", ["taskDefinition"], (context, change, input) => context.FollowsFromAllowed(change, input)),
            new(Operation.Update, Function, ["imageUri"], (_, _, input) => IsOf(image, input)),
            AliasFollows,
        ],

        ExpectedScope.Jar jar =>
        [
            new(Operation.Update, Function, ["s3Key", "s3ObjectVersion", "sourceCodeHash", "codeSha256"], (_, change, _) => Runs(jar, change)),
            AliasFollows,
        ],

        // The template's description names the image.
        ExpectedScope.Ami =>
        [
            new(Operation.Update, "aws:ec2/launchTemplate:LaunchTemplate", ["imageId", "description"],
                (_, change, _) => change.Inputs.Any(input => input.Path.Property == "imageId")),
            new(Operation.Update, "aws:autoscaling/group:Group",
                ["launchTemplate.version", "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version"],
                (context, change, input) => context.FollowsFromAllowed(change, input)),
        ],

        // To another version is a matter of the load balancer alone: names keep leading to it.
        ExpectedScope.Cutover cutover =>
        [
            new(Operation.Update, "aws:lb/listener:Listener", ["defaultActions"], (context, change, input) => context.Leads(change, input, cutover.Urn)),
            new(Operation.Update, "aws:lb/listenerRule:ListenerRule", ["actions"], (context, change, input) => context.Leads(change, input, cutover.Urn)),
        ],

        ExpectedScope.Scale scale =>
        [
            new(Operation.Update, "aws:ecs/service:Service", ["desiredCount"], (context, change, _) => context.IsWithin(change.Resource, scale.Urn)),
            new(Operation.Update, "aws:appautoscaling/target:Target", ["minCapacity", "maxCapacity"], (context, change, _) => context.IsWithin(change.Resource, scale.Urn)),
        ],

        _ => throw new InvalidOperationException($"No rules for {scope.GetType().Name}."),
    };

    // Another digest of the same repository in the same registry.
    private static bool IsOf(ExpectedScope.Image image, PropertyChange input) =>
        Repository(input.Old) is { } old && old == Repository(input.New)
        && (old == image.Repository || (old.EndsWith($"/{image.Repository}", StringComparison.Ordinal) && IsHost(old[..^(image.Repository.Length + 1)])));

    // Null for what is not pinned by digest.
    private static string? Repository(PropertyValue? value) =>
        value is PropertyValue.Text text && text.Value.IndexOf("@sha256:", StringComparison.Ordinal) is >= 0 and var end ? text.Value[..end] : null;

    // What tells library/viewer in a registry from team/library/viewer in none.
    private static bool IsHost(string text) => !text.Contains('/', StringComparison.Ordinal) && text.AsSpan().ContainsAny('.', ':');

    private static bool Runs(ExpectedScope.Jar jar, ResourceChange change) =>
        change.New?.Inputs.Entries.GetValueOrDefault("s3Key") is PropertyValue.Text key && key.Value == jar.Key;
}
