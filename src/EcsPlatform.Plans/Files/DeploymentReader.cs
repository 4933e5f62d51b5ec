using System.Text.Json;

namespace EcsPlatform.Plans.Files;

/// <summary>Reads a deployment's resources and what an interrupted update left of others.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class DeploymentReader(PlanProblems problems)
{
    private readonly SharedTexts _texts = new();
    private readonly Dictionary<string, string> _placeOf = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Stack, string Project), string> _stacks = [];
    private readonly List<PendingOperation> _pending = [];

    /// <summary>Reads a deployment.</summary>
    /// <param name="deployment">An object.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PlanFileException">Something is wrong with it.</exception>
    public Plan Read(JsonElement deployment)
    {
        foreach (var operation in Items(deployment, "pending_operations"))
        {
            AddPending(operation);
        }

        var reader = new ResourceReader(problems, _texts);
        var resources = new List<PlannedResource>();
        foreach (var item in Items(deployment, "resources"))
        {
            if (Live(reader.Read(item), item) is { } resource)
            {
                resources.Add(resource);
            }
        }

        if (_stacks.Count > 1)
        {
            var found = string.Join(", ", _stacks.Select(stack => $"{stack.Key.Stack} of {stack.Key.Project} ({stack.Value})").Order(StringComparer.Ordinal));
            problems.Add("", $"has resources of {_stacks.Count} stacks: {found}; they must be of one; give the export of one stack");
        }

        problems.Check();
        if (_stacks.Count == 0)
        {
            throw problems.Only("has no resources, so it is of no stack; compare with none instead");
        }

        var (stack, project) = _stacks.Keys.Single();
        return Plan.Of(project, stack, resources) with { PendingOperations = [.. _pending] };
    }

    // A URN stands for one resource; besides, there may be copies that a replacement left to be deleted, or deleted already.
    private PlannedResource? Live(PlannedResource? resource, Fields fields)
    {
        if (resource is null)
        {
            return null;
        }

        var urn = Urn.Parse(resource.Urn)!.Value;
        _stacks.TryAdd((urn.Stack, urn.Project), fields.Where);
        if (fields.Flag("delete"))
        {
            _pending.Add(new PendingOperation("deleting", resource.Urn));
            return null;
        }

        if (fields.Flag("pendingReplacement"))
        {
            _pending.Add(new PendingOperation("replacing", resource.Urn));
            return null;
        }

        if (!fields.Texts("initErrors").IsEmpty)
        {
            _pending.Add(new PendingOperation("initializing", resource.Urn));
        }

        if (!_placeOf.TryAdd(resource.Urn, fields.Where))
        {
            problems.Add(fields.Where, $"has the URN of {_placeOf[resource.Urn]}, {resource.Urn}; a URN must be given once; remove one of the two");
            return null;
        }

        return resource;
    }

    private void AddPending(Fields operation)
    {
        var kind = operation.RequiredText("type");
        var urn = operation.Object("resource")?.RequiredText("urn");
        if (kind is not null && urn is not null)
        {
            _pending.Add(new PendingOperation(kind, urn));
        }
    }

    private IEnumerable<Fields> Items(JsonElement deployment, string name)
    {
        if (!deployment.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            yield break;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            problems.Add(name, $"found {JsonKind.Of(list)}; it must be a list");
            yield break;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var where = $"{name}[{index++}]";
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new Fields(item, where, problems, _texts);
            }
            else
            {
                problems.Add(where, $"found {JsonKind.Of(item)}; it must be an object");
            }
        }
    }
}
