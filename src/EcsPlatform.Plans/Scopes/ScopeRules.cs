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
    /// <summary>The rules of a scope.</summary>
    public static ImmutableArray<ScopeRule> Of(ExpectedScope scope) => scope switch
    {
        ExpectedScope.None => [],

        // The workloads that use the image, and no other: the service must follow from such a task definition.
        ExpectedScope.Image image =>
        [
            new(Operation.Replace, "aws:ecs/taskDefinition:TaskDefinition", ["containerDefinitions[*].image"], (_, _, input) => IsOf(image, input)),
            new(Operation.Update, "aws:ecs/service:Service", ["taskDefinition"], (context, _, input) => context.FollowsFromAllowed(input)),
            new(Operation.Update, "aws:lambda/function:Function", ["imageUri"], (_, _, input) => IsOf(image, input)),
        ],

        // An alias follows the version that the new code gets.
        ExpectedScope.Jar jar =>
        [
            new(Operation.Update, "aws:lambda/function:Function", ["s3Key", "s3ObjectVersion", "sourceCodeHash"], (_, change, _) => Runs(jar, change)),
            new(Operation.Update, "aws:lambda/alias:Alias", ["functionVersion"], (context, _, input) => context.FollowsFromAllowed(input)),
        ],

        // The template's description names the image.
        ExpectedScope.Ami =>
        [
            new(Operation.Update, "aws:ec2/launchTemplate:LaunchTemplate", ["imageId", "description"], (_, _, _) => true),
            new(Operation.Update, "aws:autoscaling/group:Group",
                ["launchTemplate.version", "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version"],
                (context, _, input) => context.FollowsFromAllowed(input)),
        ],

        ExpectedScope.Cutover cutover =>
        [
            new(Operation.Update, "aws:lb/listener:Listener", ["defaultActions"], (context, change, _) => context.Leads(change, cutover.Urn)),
            new(Operation.Update, "aws:lb/listenerRule:ListenerRule", ["actions"], (context, change, _) => context.Leads(change, cutover.Urn)),
        ],

        ExpectedScope.Scale scale =>
        [
            new(Operation.Update, "aws:ecs/service:Service", ["desiredCount"], (context, change, _) => context.IsWithin(change.Resource, scale.Urn)),
            new(Operation.Update, "aws:appautoscaling/target:Target", ["minCapacity", "maxCapacity"], (context, change, _) => context.IsWithin(change.Resource, scale.Urn)),
        ],

        _ => throw new InvalidOperationException($"No rules for {scope.GetType().Name}."),
    };

    private static bool IsOf(ExpectedScope.Image image, PropertyChange input) => IsOf(image, input.Old) && IsOf(image, input.New);

    // registry/repository@digest, or without the registry.
    private static bool IsOf(ExpectedScope.Image image, PropertyValue? value) =>
        value is PropertyValue.Text text && text.Value.Split('@')[0] is var name
        && (name == image.Repository || name.EndsWith($"/{image.Repository}", StringComparison.Ordinal));

    private static bool Runs(ExpectedScope.Jar jar, ResourceChange change) =>
        new[] { change.Old, change.New }.Any(resource => resource?.Inputs.Entries.GetValueOrDefault("s3Key") is PropertyValue.Text key && key.Value == jar.Key);
}
