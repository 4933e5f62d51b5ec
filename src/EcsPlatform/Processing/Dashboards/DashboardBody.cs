using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcsPlatform.Processing;

/// <summary>
/// The text of a CloudWatch dashboard: rows of four widgets, one row for each thing that is watched
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html).
/// </summary>
internal static class DashboardBody
{
    // A dashboard is 24 units wide.
    private const int Side = 6;

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a dashboard.</summary>
    /// <param name="region">The region of the metrics.</param>
    /// <param name="rows">The rows, in order.</param>
    /// <returns>The text, the same for the same rows.</returns>
    public static string Json(string region, IEnumerable<ImmutableArray<DashboardWidget>> rows)
    {
        var widgets = rows.SelectMany((row, y) => row.Select((widget, x) => (JsonNode)new JsonObject
        {
            ["type"] = "metric",
            ["x"] = x * Side,
            ["y"] = y * Side,
            ["width"] = Side,
            ["height"] = Side,
            ["properties"] = Properties(widget, region),
        }));
        return new JsonObject { ["widgets"] = new JsonArray([.. widgets]) }.ToJsonString(Written);
    }

    private static JsonObject Properties(DashboardWidget widget, string region)
    {
        var properties = new JsonObject
        {
            ["title"] = widget.Title,
            ["region"] = region,
            ["view"] = "timeSeries",
            ["period"] = 300,
            ["metrics"] = new JsonArray([.. widget.Metrics.Select(metric => (JsonNode)metric.ToJson())]),
        };
        if (widget.Percent)
        {
            properties["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["min"] = 0, ["max"] = 100 } };
        }

        return properties;
    }
}

/// <summary>A graph of a dashboard.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Metrics">Its lines.</param>
internal sealed record DashboardWidget(string Title, ImmutableArray<DashboardMetric> Metrics)
{
    /// <summary>Whether it goes from 0 to 100.</summary>
    public bool Percent { get; init; }
}

/// <summary>A line of a graph: a metric, or an expression over others.</summary>
internal abstract record DashboardMetric
{
    private DashboardMetric()
    {
    }

    /// <summary>The line as a dashboard has it.</summary>
    /// <returns>The JSON.</returns>
    public abstract JsonArray ToJson();

    /// <summary>A metric.</summary>
    /// <param name="Namespace">For example <c>AWS/Lambda</c>.</param>
    /// <param name="Name">For example <c>Errors</c>.</param>
    /// <param name="Dimension">The dimension's name.</param>
    /// <param name="Value">The dimension's value.</param>
    /// <param name="Statistic">For example <c>Sum</c>.</param>
    public sealed record Of(string Namespace, string Name, string Dimension, string Value, string Statistic) : DashboardMetric
    {
        /// <summary>A name for expressions; such a metric draws no line. Default: null, it draws one.</summary>
        public string? Id { get; init; }

        /// <inheritdoc/>
        public override JsonArray ToJson()
        {
            var rendering = new JsonObject { ["stat"] = Statistic };
            if (Id is not null)
            {
                rendering["id"] = Id;
                rendering["visible"] = false;
            }

            return [Namespace, Name, Dimension, Value, rendering];
        }
    }

    /// <summary>An expression over metrics that have an id.</summary>
    /// <param name="Text">The expression.</param>
    /// <param name="Label">What it is.</param>
    public sealed record Expression(string Text, string Label) : DashboardMetric
    {
        /// <inheritdoc/>
        public override JsonArray ToJson() => [new JsonObject { ["expression"] = Text, ["label"] = Label }];
    }
}
