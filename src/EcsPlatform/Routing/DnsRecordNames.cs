namespace EcsPlatform.Routing;

/// <summary>
/// Who makes the DNS record of which name. Workloads that share a host, each with paths of its own, need one record together: Route 53
/// refuses a second one, and removing one of two would remove it for both.
/// </summary>
public sealed class DnsRecordNames
{
    private readonly Dictionary<(string ZoneId, string Host), string> _holders = [];

    /// <summary>Takes the record of a name.</summary>
    /// <param name="holder">Who takes it.</param>
    /// <param name="zone">The zone in which it stands.</param>
    /// <param name="host">The name.</param>
    /// <exception cref="InvalidArgsException">Somebody else has it.</exception>
    public void Claim(string holder, HostedZone zone, string host)
    {
        if (!_holders.TryAdd((zone.ZoneId, host), holder))
        {
            var other = _holders[(zone.ZoneId, host)];
            throw new InvalidArgsException(
                $"DNS record of '{holder}'",
                [
                    new Problem(
                        $"{holder}.route.dnsRecords",
                        $"'{host}', of which '{other}' makes the record already",
                        "one record for a name",
                        $"Set DnsRecords to false for '{holder}' or '{other}'"),
                ]);
        }
    }
}
