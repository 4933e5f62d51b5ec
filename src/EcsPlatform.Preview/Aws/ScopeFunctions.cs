using System.Collections.Immutable;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>The provider's functions whose answer follows from the scope alone.</summary>
internal static class ScopeFunctions
{
    private static readonly Dictionary<string, Func<ImmutableDictionary<string, object>, AwsScope, ImmutableDictionary<string, object>?>>
        Rows = new()
        {
            ["aws:index/getRegion:getRegion"] = Region,
            ["aws:index/getPartition:getPartition"] = Partition,
            ["aws:index/getCallerIdentity:getCallerIdentity"] = CallerIdentity,
            ["aws:index/getAvailabilityZones:getAvailabilityZones"] = AvailabilityZones,
            ["aws:index/getArn:getArn"] = ParseArn,
            ["aws:lb/getHostedZoneId:getHostedZoneId"] = LoadBalancerZone,
        };

    public static ImmutableDictionary<string, object>? Invoke(
        string token, ImmutableDictionary<string, object> args, AwsScope scope) =>
        Rows.TryGetValue(token, out var answer) ? answer(args, scope) : null;

    private static ImmutableDictionary<string, object>? Region(ImmutableDictionary<string, object> args, AwsScope scope)
    {
        // A look-up by endpoint would need the list of all endpoints.
        if (args.ContainsKey("endpoint"))
        {
            return null;
        }

        var region = First(args.Text("region"), args.Text("name"), scope.Region);
        return Map(
            ("region", region), ("name", region), ("id", region), ("description", RegionFacts.Of(region).Description),
            ("endpoint", $"ec2.{region}.{scope.DnsSuffix}"));
    }

    private static ImmutableDictionary<string, object> Partition(ImmutableDictionary<string, object> args, AwsScope scope) => Map(
        ("partition", scope.Partition), ("id", scope.Partition), ("dnsSuffix", scope.DnsSuffix),
        ("reverseDnsPrefix", string.Join('.', scope.DnsSuffix.Split('.').Reverse())));

    private static ImmutableDictionary<string, object> CallerIdentity(ImmutableDictionary<string, object> args, AwsScope scope) => Map(
        ("accountId", scope.AccountId), ("id", scope.AccountId), ("userId", scope.AccountId), ("arn", scope.GlobalArn("iam", "root")));

    private static ImmutableDictionary<string, object>? AvailabilityZones(ImmutableDictionary<string, object> args, AwsScope scope)
    {
        if (args.Flag("allAvailabilityZones")
            || First(args.Text("state"), "available") != "available"
            || !args.Items("filters").All(KeepsOrdinaryZones))
        {
            return null;
        }

        var region = RegionFacts.Of(First(args.Text("region"), scope.Region));
        var zones = region.ZoneNames
            .Except(args.Texts("excludeNames"))
            .ExceptBy(args.Texts("excludeZoneIds"), region.ZoneId)
            .ToList();
        return args.SetItems(Map(
            ("id", region.Region), ("region", region.Region), ("names", List(zones)), ("zoneIds", List(zones.Select(region.ZoneId))),
            ("groupNames", List(zones.Count > 0 ? [$"{region.Region}-zg-1"] : []))));
    }

    // Such a filter leaves local zones and the like out; those are not in the table anyway.
    private static bool KeepsOrdinaryZones(object filter) => filter is ImmutableDictionary<string, object> entries
        && (entries.Text("name"), string.Join(',', entries.Texts("values"))) is ("opt-in-status", "opt-in-not-required")
            or ("zone-type", "availability-zone");

    private static ImmutableDictionary<string, object>? ParseArn(ImmutableDictionary<string, object> args, AwsScope scope)
    {
        var arn = args.Text("arn");
        return arn.Split(':', 6) is ["arn", var partition, var service, var region, var account, var resource]
            ? Map(("arn", arn), ("id", arn), ("partition", partition), ("service", service), ("region", region), ("account", account),
                ("resource", resource))
            : null;
    }

    private static ImmutableDictionary<string, object> LoadBalancerZone(ImmutableDictionary<string, object> args, AwsScope scope)
    {
        var region = RegionFacts.Of(First(args.Text("region"), scope.Region));
        var network = args.Text("loadBalancerType") == "network";
        return args.SetItems(Map(("id", network ? region.Network : region.Application), ("region", region.Region)));
    }

    private static string First(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Length > 0)
            {
                return candidate;
            }
        }

        return "";
    }
}
