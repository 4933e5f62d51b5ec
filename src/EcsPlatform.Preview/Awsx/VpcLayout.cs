using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;

namespace EcsPlatform.Preview.Awsx;

/// <summary>What the remote component <c>awsx:ec2:Vpc</c> would make of its inputs.</summary>
/// <param name="Children">The resources in the order of their creation; empty when there are problems.</param>
/// <param name="Outputs">
/// The component's outputs: ids as <see cref="ChildOutput"/>, resources as <see cref="ChildReference"/>, in lists where the output is one.
/// </param>
/// <param name="Problems">What the component or AWS would refuse, or what cannot be known offline.</param>
internal sealed record VpcLayout(
    ImmutableArray<PlannedChild> Children, ImmutableDictionary<string, object> Outputs, ImmutableArray<string> Problems)
{
    /// <summary>The type token of the component.</summary>
    public const string Type = "awsx:ec2:Vpc";

    public static VpcLayout Of(string name, ImmutableDictionary<string, object> inputs, AwsScope scope)
    {
        var problems = new List<string>();
        var request = new VpcRequestReader(name, inputs, scope, problems).Read();
        // Arithmetic on inputs that are wrong in themselves would only add noise.
        var subnets = problems.Count == 0 ? new SubnetArithmetic(request, problems).LayOut() : [];
        if (problems.Count > 0)
        {
            return new([], ImmutableDictionary<string, object>.Empty, [.. problems]);
        }

        var children = new VpcChildren(request, subnets).Create();
        return new(children, OutputsOf(children, subnets), []);
    }

    private static ImmutableDictionary<string, object> OutputsOf(ImmutableArray<PlannedChild> children, ImmutableArray<SubnetPlan> subnets)
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, object>();
        outputs["vpcId"] = new ChildOutput(children[0].Key, "id");
        outputs["vpc"] = new ChildReference(children[0].Key);
        outputs["internetGateway"] = new ChildReference(children[1].Key);
        foreach (var (output, type) in new[]
        {
            ("subnets", "aws:ec2/subnet:Subnet"), ("routeTables", "aws:ec2/routeTable:RouteTable"), ("routes", "aws:ec2/route:Route"),
            ("routeTableAssociations", "aws:ec2/routeTableAssociation:RouteTableAssociation"), ("eips", "aws:ec2/eip:Eip"),
            ("natGateways", "aws:ec2/natGateway:NatGateway"), ("vpcEndpoints", "aws:ec2/vpcEndpoint:VpcEndpoint"),
        })
        {
            outputs[output] = PlainValues.List(children.Where(child => child.Type == type).Select(child => new ChildReference(child.Key)));
        }

        foreach (var type in new[] { SubnetSpec.Public, SubnetSpec.Private, SubnetSpec.Isolated })
        {
            var keys = children
                .Where(child => child.Type == "aws:ec2/subnet:Subnet" && child.Inputs.Entries("tags").Text("SubnetType") == type)
                .Select(child => child.Key).ToList();
            outputs[$"{type.ToLowerInvariant()}SubnetIds"] = PlainValues.List(keys.Select(key => new ChildOutput(key, "id")));
            outputs[$"{type.ToLowerInvariant()}Subnets"] = PlainValues.List(keys.Select(key => new ChildReference(key)));
        }

        outputs["subnetLayout"] = PlainValues.List(subnets
            .GroupBy(subnet => subnet.SpecIndex).Select(kind => Resolved(kind.First().Spec, [.. kind])));
        return outputs.ToImmutable();
    }

    private static ImmutableDictionary<string, object> Resolved(SubnetSpec spec, ImmutableArray<SubnetPlan> subnets) => PlainValues.Map(
        ("type", spec.Type), ("name", spec.Name),
        ("cidrMask", (double)subnets[0].Range.Mask), ("size", (double)subnets[0].Range.Size),
        ("cidrBlocks", PlainValues.List(subnets.Select(subnet => subnet.Range.ToString()))));
}
