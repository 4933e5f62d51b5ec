using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Awsx;
using Pulumi;

namespace EcsPlatform.Preview.Recording;

/// <summary>
/// The children of an <c>awsx:ec2:Vpc</c>, with identities and answers of their own, and the component's outputs. The real ones come
/// from the component's provider; a program sees only the component.
/// </summary>
internal sealed class RemoteVpc
{
    private readonly Dictionary<string, PlannedResource> _byKey = new(StringComparer.Ordinal);
    private readonly Registration _component;
    private readonly AwsScope _scope;
    private readonly string? _provider;

    private RemoteVpc(Registration component, AwsScope scope, string? provider)
    {
        _component = component;
        _scope = scope;
        _provider = provider;
    }

    /// <summary>The children, parents first.</summary>
    public List<PlannedResource> Children { get; } = [];

    /// <summary>The component's outputs as a program sees them: outputs that are resources are left out.</summary>
    public ImmutableDictionary<string, object> State { get; private set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The component's outputs as the plan shows them: outputs that are resources are their URNs.</summary>
    public PropertyValue.Map Outputs { get; private set; } = PropertyValue.Map.Empty;

    /// <summary>Gives the children of a layout their identities and answers.</summary>
    /// <param name="component">The component.</param>
    /// <param name="layout">What it is made of.</param>
    /// <param name="scope">Where it lives.</param>
    /// <param name="provider">The reference to the provider of its children; null for the default provider.</param>
    public static RemoteVpc Of(Registration component, VpcLayout layout, AwsScope scope, string? provider)
    {
        var vpc = new RemoteVpc(component, scope, provider);
        foreach (var child in layout.Children)
        {
            vpc.Add(child);
        }

        vpc.State = layout.Outputs
            .Where(output => !HoldsReference(output.Value))
            .ToImmutableDictionary(output => output.Key, output => vpc.Resolved(output.Value, []));
        vpc.Outputs = PropertyValue.Map.Of(layout.Outputs.Select(
            output => KeyValuePair.Create(output.Key, WireValues.ToPropertyValue(vpc.Resolved(output.Value, [])))));
        return vpc;
    }

    /// <summary>
    /// Answers a look-up of the children. Known is the one that finds a subnet's route table: <c>getRouteTables</c> with the filter
    /// <c>association.subnet-id</c>.
    /// </summary>
    /// <param name="token">The function.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>The answer; null for what this VPC does not have or what cannot be known.</returns>
    public ImmutableDictionary<string, object>? Invoke(string token, ImmutableDictionary<string, object> args)
    {
        if (token != "aws:ec2/getRouteTables:getRouteTables"
            || args.Items("filters") is not [ImmutableDictionary<string, object> filter]
            || filter.Text("name") != "association.subnet-id")
        {
            return null;
        }

        var subnets = filter.Texts("values").ToHashSet(StringComparer.Ordinal);
        var tables = Children
            .Where(child => child.Type == "aws:ec2/routeTableAssociation:RouteTableAssociation" && subnets.Contains(TextOf(child, "subnetId")))
            .Select(child => (object)TextOf(child, "routeTableId")).ToImmutableArray();
        return tables.IsEmpty ? null : args.SetItems(PlainValues.Map(("id", _scope.Region), ("ids", tables), ("region", _scope.Region)));
    }

    private static string TextOf(PlannedResource resource, string input) => ((PropertyValue.Text)resource.Inputs.Entries[input]).Value;

    private void Add(PlannedChild child)
    {
        var parent = child.ParentKey.Length == 0 ? _component.Urn : _byKey[child.ParentKey].Urn;
        var urn = Urns.Child(parent, child.Type, child.Name);
        var references = child.Inputs.ToDictionary(input => input.Key, _ => new SortedSet<string>(StringComparer.Ordinal));
        var inputs = Transformed(child, child.Inputs.ToImmutableDictionary(input => input.Key, input => Resolved(input.Value, references[input.Key])));
        var values = PropertyValue.Map.Of(inputs.Select(input => KeyValuePair.Create(input.Key, WireValues.ToPropertyValue(input.Value))));
        var answer = AwsAnswers.For(child.Type, child.Name, inputs, Identity.Of(urn, child.Type, values, _scope.Region), _scope);
        var dependsOn = child.DependsOnKeys.Select(key => _byKey[key].Urn);
        var resource = new PlannedResource
        {
            Urn = urn,
            Type = child.Type,
            Name = child.Name,
            Id = answer.Id,
            Inputs = values,
            Outputs = PropertyValue.Map.Of(answer.Outputs.Select(
                output => KeyValuePair.Create(output.Key, WireValues.ToPropertyValue(output.Value)))),
            Parent = parent,
            Provider = _provider,
            Protect = _component.Protect,
            Dependencies = [.. references.Values.SelectMany(urns => urns).Concat(dependsOn).Distinct().Order(StringComparer.Ordinal)],
            PropertyDependencies = references
                .Where(entry => entry.Value.Count > 0 && inputs.ContainsKey(entry.Key))
                .ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray(), StringComparer.Ordinal),
        };
        Children.Add(resource);
        _byKey.Add(child.Key, resource);
    }

    // The engine hands each child to the transforms of the component and of what lies above it, the nearest first. What they change of
    // the options is not followed.
    private ImmutableDictionary<string, object> Transformed(PlannedChild child, ImmutableDictionary<string, object> inputs)
    {
        for (var above = _component; above is not null; above = above.Parent)
        {
            foreach (var transform in above.Options.ResourceTransforms)
            {
                var args = inputs.ToImmutableDictionary(input => input.Key, object? (input) => input.Value);
                if (transform(new ResourceTransformArgs(child.Name, child.Type, custom: true, args, new CustomResourceOptions())).GetAwaiter().GetResult() is { } result)
                {
                    inputs = result.Args.Where(input => input.Value is not null).ToImmutableDictionary(input => input.Key, input => input.Value!);
                }
            }
        }

        return inputs;
    }

    private object Resolved(object value, SortedSet<string> references)
    {
        switch (value)
        {
            case ChildOutput output:
                var child = _byKey[output.ChildKey];
                references.Add(child.Urn);
                return output.Property == "id" ? child.Id! : ((PropertyValue.Text)child.Outputs.Entries[output.Property]).Value;
            case ChildReference reference:
                return _byKey[reference.ChildKey].Urn;
            case ImmutableArray<object> list:
                return list.Select(item => Resolved(item, references)).ToImmutableArray();
            case ImmutableDictionary<string, object> map:
                return map.ToImmutableDictionary(entry => entry.Key, entry => Resolved(entry.Value, references));
            default:
                return value;
        }
    }

    private static bool HoldsReference(object value) => value switch
    {
        ChildReference => true,
        ImmutableArray<object> list => list.Any(HoldsReference),
        _ => false,
    };
}
