using System.Collections.Immutable;
using EcsPlatform.Clusters;
using Pulumi;

namespace EcsPlatform.Stacks.Parts;

/// <summary>Stops the services and the instances each evening.</summary>
internal sealed class EveningStop : IPart
{
    /// <inheritdoc/>
    public void Add(ServicePlace place) => _ = new ScheduledStop(
        $"{place.Settings.Name}-stop",
        new ScheduledStopArgs
        {
            Cluster = place.Foundation.Cluster,
            Services = place.Workloads.ToImmutableSortedDictionary(
                service => service.Key, service => (Input<string>)service.Value.ServiceName, StringComparer.Ordinal),
            At = place.Settings.Stop!.At,
            TimeZone = place.Settings.Stop.TimeZone,
        },
        place.InAccount);
}
