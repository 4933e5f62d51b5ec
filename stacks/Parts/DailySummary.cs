using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Stacks.Services;

namespace EcsPlatform.Stacks.Parts;

/// <summary>The statistics that search gives of the collections, stored each day in a bucket for reports.</summary>
internal sealed class DailySummary : IPart
{
    private const string Question = "summary?format=sdmx";

    /// <inheritdoc/>
    public void Add(ServicePlace place)
    {
        if (place.Settings.Summary is not { } summary)
        {
            return;
        }

        var (settings, host) = (place.Settings, place.Settings.Services[Search.ServiceName].Host);
        _ = new ScheduledFetch(
            $"{settings.Name}-summary",
            new ScheduledFetchArgs
            {
                Account = settings.Account,
                Url = $"https://{host}.{settings.Dns.Domain}/{Question}",
                Schedule = new ScheduleExpression.Rate(1, RateUnit.Days),
                BucketName = summary.Bucket,
                Bucket = new BucketGrants($"arn:aws:s3:::{summary.Bucket}"),
                ObjectName = "service-stats.json",
                ContentType = "application/json",
                TopicArns = settings.Alarms.TopicArns!.Value,
            },
            place.InAccount);
    }
}
