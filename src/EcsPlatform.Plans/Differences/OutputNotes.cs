namespace EcsPlatform.Plans.Differences;

/// <summary>Notes what later resources may refer to: the outputs of a resource that stay what they are, and those that are new.</summary>
/// <param name="translation">Takes the notes.</param>
/// <param name="rules">How providers react to changes.</param>
/// <param name="fromState">Whether the old plan is a real stack's state.</param>
internal sealed class OutputNotes(Translation translation, IResourceRules rules, bool fromState)
{
    /// <summary>Notes the outputs of a resource.</summary>
    public void Add(ResourceChange change)
    {
        if (change.New is not { Custom: true } resource)
        {
            return;
        }

        var stays = change.Operation is Operation.Same or Operation.Update;
        var olds = change.Old is null ? null : Texts(change.Old).ToDictionary(entry => entry.Path, entry => entry.Text, StringComparer.Ordinal);
        var anew = IsMadeAnewWithTheSameId(change);
        foreach (var (path, text) in Texts(resource))
        {
            var before = olds?.GetValueOrDefault(path);
            if (stays && !IsNew(change, path))
            {
                translation.Add(resource.Urn, text, before ?? text);
            }
            else if (before != text)
            {
                translation.AddNew(resource.Urn, text, Origin(resource, path, text));
            }
            else if (anew && !IsGiven(resource, text))
            {
                translation.AddAnew(resource.Urn, text);
            }
        }
    }

    // Of an updated resource, what mirrors a changed input is new, and what every update changes. Between previews an id differs only where
    // the resource is another; so where it is the same, what differs is new.
    private bool IsNew(ResourceChange change, string path)
    {
        if (change.Operation == Operation.Same)
        {
            return false;
        }

        var output = path.TrimStart('.').Split('.', '[')[0];
        return (!fromState && change.Old!.Id is not null && change.Old.Id == change.New!.Id)
            || change.Inputs.Any(input => input.Path.Property == output)
            || rules.ChangesWithUpdate(change.New!.Type, output);
    }

    // A value that the resource itself got from another one is the other one's.
    private string Origin(PlannedResource resource, string path, string text)
    {
        var input = path.TrimStart('.');
        return resource.PropertyDependencies.TryGetValue(input, out var urns) && Scalar.Text(resource.Inputs.Entries.GetValueOrDefault(input)) == text
            ? translation.Of(urns).Source(text) ?? resource.Urn
            : resource.Urn;
    }

    // A preview's id follows from the inputs: of what is replaced for another reason it stays, unless the program gives it.
    private static bool IsMadeAnewWithTheSameId(ResourceChange change) =>
        change is { Operation: Operation.Replace, Old.Id: { } id } && id == change.New!.Id && !IsGiven(change.New, id);

    private static bool IsGiven(PlannedResource resource, string text) => Scalar.Texts(resource.Inputs).Any(input => input.Text == text);

    private static IEnumerable<(string Path, string Text)> Texts(PlannedResource resource) =>
        Scalar.Texts(resource.Outputs).Concat(resource.Id is { } id ? [("#id", id)] : []);
}
