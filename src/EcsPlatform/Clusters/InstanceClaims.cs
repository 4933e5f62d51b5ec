namespace EcsPlatform.Clusters;

/// <summary>Which workloads use which group of instances of a cluster: one that a workload has for itself takes no other.</summary>
internal sealed class InstanceClaims
{
    private readonly Dictionary<string, (string Holder, bool Alone)> _claims = new(StringComparer.Ordinal);

    /// <summary>Takes a group.</summary>
    /// <param name="holder">The workload.</param>
    /// <param name="group">The group's name.</param>
    /// <param name="alone">Whether the workload has it for itself.</param>
    /// <exception cref="InvalidArgsException">Another workload has it for itself, or has it while this one wants it for itself.</exception>
    public void Claim(string holder, string group, bool alone)
    {
        if (_claims.TryGetValue(group, out var other) && (alone || other.Alone))
        {
            throw new InvalidArgsException(
                $"Capacity of '{holder}'",
                [
                    new Problem(
                        $"{holder}.capacity",
                        $"group '{group}', which '{other.Holder}' has{(other.Alone ? " for itself" : "")}",
                        alone ? "a group that no other workload uses" : "a group that no workload has for itself",
                        $"Give '{holder}' another group, or share this one"),
                ]);
        }

        _claims[group] = (holder, alone);
    }
}
