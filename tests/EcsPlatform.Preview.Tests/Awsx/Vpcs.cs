using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Awsx;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Tests.Awsx;

/// <summary>Inputs of VPCs in their wire shape, and short forms of what comes out.</summary>
internal static class Vpcs
{
    public static AwsScope Scope { get; } = new("111111111111", "us-west-2", "aws");

    public static VpcLayout Vpc(params (string Key, object Value)[] inputs) => VpcLayout.Of("main", Map(inputs), Scope);

    public static (string Key, object Value) Nat(string strategy, params object[] allocationIds) =>
        ("natGateways", allocationIds.Length == 0 ? Map(("strategy", strategy))
            : Map(("strategy", strategy), ("elasticIpAllocationIds", List(allocationIds))));

    public static (string Key, object Value) Zones(int count) => ("numberOfAvailabilityZones", (double)count);

    public static (string Key, object Value) Strategy(string strategy) => ("subnetStrategy", strategy);

    public static (string Key, object Value) Specs(params ImmutableDictionary<string, object>[] specs) => ("subnetSpecs", List(specs));

    public static ImmutableDictionary<string, object> Spec(string type, params (string Key, object Value)[] rest) =>
        Map(("type", type)).AddRange(Map(rest));

    public static ImmutableDictionary<string, object> Blocks(string type, params object[] blocks) =>
        Spec(type, ("cidrBlocks", List(blocks)));

    public static ImmutableDictionary<string, object> Sized(string type, int mask) => Spec(type, ("cidrMask", (double)mask));

    /// <summary>A public and a private kind of subnets in two zones.</summary>
    public static (string Key, object Value)[] TwoZones(params (string Key, object Value)[] more) =>
    [
        Zones(2), Strategy("Auto"),
        Specs(Blocks("Public", "10.0.0.0/24", "10.0.1.0/24"), Blocks("Private", "10.0.16.0/20", "10.0.32.0/20")),
        .. more,
    ];

    public static VpcLayout ShouldHaveNoProblems(this VpcLayout layout)
    {
        layout.Problems.ShouldBeEmpty();
        return layout;
    }

    /// <summary>"name range" of each subnet, in order.</summary>
    public static IEnumerable<string> Subnets(this VpcLayout layout) => layout.ShouldHaveNoProblems().OfType("subnet:Subnet")
        .Select(subnet => $"{subnet.Name["main-".Length..]} {subnet.Inputs.Text("cidrBlock")}");

    public static IEnumerable<PlannedChild> OfType(this VpcLayout layout, string type) =>
        layout.Children.Where(child => child.Type == $"aws:ec2/{type}");

    public static PlannedChild Child(this VpcLayout layout, string type, string name) =>
        layout.ShouldHaveNoProblems().OfType(type).Single(child => child.Name == name);

    /// <summary>"type name in parent" of each child.</summary>
    public static IEnumerable<string> Tree(this VpcLayout layout)
    {
        var names = layout.ShouldHaveNoProblems().Children.ToDictionary(child => child.Key, child => child.Name);
        names.Add("", "component");
        return layout.Children
            .Select(child => $"{child.Type["aws:ec2/".Length..child.Type.IndexOf(':', 5)]} {child.Name} in {names[child.ParentKey]}");
    }
}
