using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Cli.Views;

/// <summary>What changed images do, one line each that a person can read aloud.</summary>
internal sealed class ImageChanges
{
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Service = "aws:ecs/service:Service";
    private const string Function = "aws:lambda/function:Function";

    private readonly ILookup<string, ResourceChange> _followers;

    private ImageChanges(PlanDifference difference) => _followers = difference.Changes
        .Where(change => change.Resource.Custom)
        .SelectMany(change => Sources(change).Distinct(StringComparer.Ordinal).Select(urn => (Urn: urn, Change: change)))
        .ToLookup(pair => pair.Urn, pair => pair.Change, StringComparer.Ordinal);

    /// <summary>The lines of a difference.</summary>
    /// <param name="difference">What an update does.</param>
    /// <returns>For example <c>viewer 3f2a… → 91bc…: new task definition, service rolls 2 tasks at min 100 % max 200 %</c>.</returns>
    public static ImmutableArray<string> Of(PlanDifference difference)
    {
        var images = difference.Changes.SelectMany(Changed).ToList();
        if (images.Count == 0)
        {
            return [];
        }

        var changes = new ImageChanges(difference);
        var shared = images.GroupBy(image => image.Label, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. images.GroupBy(image => image.Resource.Urn, StringComparer.Ordinal).Select(same =>
                $"{string.Join(", ", same.Select(image => $"{Name(image, shared)} {image.Change}"))}: {changes.Outcome(same.First().Resource)}"),
        ];
    }

    private static string Name(ChangedImage image, HashSet<string> shared) => LineText.Printable(
        shared.Contains(image.Label) && image.Label != image.Resource.Resource.Name ? $"{image.Label} of {image.Resource.Resource.Name}" : image.Label);

    private static IEnumerable<ChangedImage> Changed(ResourceChange change) => change.Operation is not (Operation.Update or Operation.Replace) ? [] : change.Resource.Type switch
    {
        TaskDefinition => change.Inputs.SelectMany(PropertyLeaves.Of)
            .Where(input => input.Path.Segments is [PathSegment.Field { Name: "containerDefinitions" }, _, PathSegment.Field { Name: "image" }])
            .SelectMany(input => Image(change, input, input.Path.Segments[1] is PathSegment.Item item ? item.Key : change.Resource.Name)),
        Function => change.Inputs.Where(input => input.Path.Property == "imageUri").SelectMany(input => Image(change, input, change.Resource.Name)),
        _ => [],
    };

    private static IEnumerable<ChangedImage> Image(ResourceChange resource, PropertyChange input, string label) => (input.Old, input.New) switch
    {
        (PropertyValue.Text old, PropertyValue.Text @new) => [new ChangedImage(resource, label, ImageReference.Change(old.Value, @new.Value))],
        (_, PropertyValue.Unknown) => [new ChangedImage(resource, label, "→ an image known after the update")],
        // A container that is new or goes has no image to change.
        _ => [],
    };

    private static IEnumerable<string> Sources(ResourceChange change) => change.Operation == Operation.Create
        ? change.New!.PropertyDependencies.Values.SelectMany(urns => urns)
        : change.Inputs.Concat(change.Ignored).Select(input => input.FollowsFrom).OfType<string>();

    private string Outcome(ResourceChange change)
    {
        if (change.Resource.Type == Function)
        {
            return change.Operation == Operation.Replace ? "function is replaced by one with the new image" : "function updates to the new image";
        }

        var followers = _followers[change.Urn].ToList();
        var services = followers.Where(follower => follower.Resource.Type == Service).ToList();
        var others = followers.Except(services).Where(follower => follower.Inputs.Any(input => input.FollowsFrom == change.Urn)).Select(follower => ResourceName.Short(follower.Urn)).ToList();
        var outcome = change.Operation == Operation.Replace ? "new task definition" : "task definition updates";
        return services.Count switch
        {
            0 when others.Count == 0 => $"{outcome}, no service uses it",
            0 => $"{outcome}, no service uses it, {string.Join(", ", others)} {(others.Count == 1 ? "changes" : "change")} to it",
            1 => $"{outcome}, {Subject(services[0])} {ServiceRoll.Of(services[0])}",
            _ => $"{outcome}, {string.Join(", ", services.Select(service => $"{Subject(service)} {LineText.Printable(service.Resource.Name)} {ServiceRoll.Of(service)}"))}",
        };
    }

    private static string Subject(ResourceChange service) =>
        References.Scalar(service.Resource.Inputs.Entries.GetValueOrDefault("schedulingStrategy")) == "DAEMON" ? "daemon service" : "service";

    private sealed record ChangedImage(ResourceChange Resource, string Label, string Change);
}
