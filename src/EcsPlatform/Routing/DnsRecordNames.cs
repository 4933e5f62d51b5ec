namespace EcsPlatform.Routing;

/// <summary>
/// Who makes the DNS record of which name. Workloads that share a host, each with paths of its own, need one record together: Route 53
/// refuses a second one, and removing one of two would remove it for both.
/// </summary>
public sealed class DnsRecordNames
{
    private readonly List<(HostedZone Zone, string Host, string Holder)> _records = [];

    /// <summary>Takes the record of a name.</summary>
    /// <param name="holder">Who takes it.</param>
    /// <param name="zone">The zone in which it stands.</param>
    /// <param name="host">The name.</param>
    /// <exception cref="InvalidArgsException">Somebody else has it.</exception>
    public void Claim(string holder, HostedZone zone, string host)
    {
        var other = _records.Find(record => record.Host == host && record.Zone.IsSameAs(zone)).Holder;
        if (other is not null)
        {
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

        _records.Add((zone, host, holder));
    }
}
