using System.Collections.Immutable;
using System.Globalization;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks.Settings;

/// <summary>What a stack says of a feature that it gives to a service.</summary>
/// <param name="Variables">The environment variables, with the one that holds the port.</param>
/// <param name="Addresses">The ranges to which tasks connect for it; <c>0.0.0.0/0</c> for anywhere, through NAT. None: to nobody.</param>
/// <param name="Port">The TCP port there.</param>
public sealed record FeatureSettings(VariableSettings Variables, ImmutableArray<CidrBlock> Addresses, int Port)
{
    /// <summary>The ways out that it needs.</summary>
    /// <param name="feature">The feature's name.</param>
    /// <returns>One for each range, under a name that stays when others come and go.</returns>
    internal IEnumerable<EgressPath> Paths(string feature) => Addresses.Select(addresses => new EgressPath(Peer(feature, addresses)) { Port = Port });

    /// <summary>Finds what is wrong with these settings.</summary>
    /// <param name="where">The config key.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="account">Where the stack lives; null when that is not known.</param>
    /// <returns>The problems, none when the settings are right.</returns>
    internal IEnumerable<Problem> Problems(string where, ServiceFeature feature, AwsAccount? account)
    {
        foreach (var problem in Variables.Problems(where, account))
        {
            yield return problem;
        }

        if (feature.PortVariable is null)
        {
            yield break;
        }

        if (Addresses.IsEmpty)
        {
            yield return new Problem($"{where}.addresses", "none", "one range or more", "Name who is connected to, or leave the part out");
        }

        foreach (var same in Addresses.GroupBy(addresses => addresses).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.addresses", $"{same.Key} {same.Count()} times", "each range once", "Leave the others out");
        }

        if (Port is < 1 or > 65_535)
        {
            yield return new Problem($"{where}.port", $"{Port}", "1 to 65535", "Give the port on which the other side listens");
        }
    }

    /// <summary>Reads the part of a service's section.</summary>
    /// <param name="section">The part.</param>
    /// <param name="feature">The feature.</param>
    internal static FeatureSettings Read(ConfigSection section, ServiceFeature feature)
    {
        var variables = VariableSettings.Read(section, feature.Environment, feature.Secrets);
        if (feature.PortVariable is not { } variable)
        {
            return new FeatureSettings(variables, [], 0);
        }

        var port = section.Number("port", $"The TCP port that is connected to, which tasks find in {variable}");
        return new FeatureSettings(
            variables with { Values = variables.Values.Add(variable, port.ToString(CultureInfo.InvariantCulture)) },
            section.List<CidrBlock>(
                "addresses", CidrBlock.TryParse, ConfigFormat.Cidr, "The ranges that are connected to; 0.0.0.0/0 for anywhere, where no ranges are known"),
            port);
    }

    private static NetworkPeer Peer(string feature, CidrBlock addresses) => addresses == CidrBlock.All
        ? new NetworkPeer.Anywhere(feature)
        : new NetworkPeer.Range($"{feature}-{addresses.ToString().Replace('.', '-').Replace('/', '-')}", addresses);
}
