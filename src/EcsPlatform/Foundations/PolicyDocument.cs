using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EcsPlatform.Foundations;

/// <summary>IAM policies as canonical JSON: the same statements always give the same text.</summary>
public static class PolicyDocument
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a policy.</summary>
    /// <param name="statements">The statements, in order.</param>
    /// <returns>The policy; unknown as long as an ARN in it is.</returns>
    public static Output<string> Json(params ImmutableArray<PolicyStatement> statements)
    {
        var inputs = statements
            .SelectMany(statement => statement.Resources.Concat(statement.Conditions.Select(condition => condition.Value)))
            .ToList();
        return Output.All(inputs).Apply(values => Write(statements, new Queue<string>(values)));
    }

    /// <summary>The policy that lets an AWS service take a role, for resources of one account only.</summary>
    /// <param name="service">For example <c>ecs-tasks.amazonaws.com</c>.</param>
    /// <param name="accountId">The account on whose behalf the service must act.</param>
    /// <param name="sourceArn">The resources on whose behalf it must act, with <c>*</c> for any part. Default: null, any of the account.</param>
    /// <returns>The policy.</returns>
    public static Output<string> Trust(string service, string accountId, string? sourceArn = null) => Json(new PolicyStatement
    {
        Actions = ["sts:AssumeRole"],
        Services = [service],
        Conditions =
        [
            new PolicyCondition("StringEquals", "aws:SourceAccount", accountId),
            .. sourceArn is null ? Array.Empty<PolicyCondition>() : [new PolicyCondition("ArnLike", "aws:SourceArn", sourceArn)],
        ],
    });

    /// <summary>The policy that lets EC2 instances take a role; EC2 sends no source account.</summary>
    /// <returns>The policy.</returns>
    public static Output<string> InstanceTrust() =>
        Json(new PolicyStatement { Actions = ["sts:AssumeRole"], Services = ["ec2.amazonaws.com"] });

    // The values of all resources and conditions come resolved, in the order of the statements.
    private static string Write(ImmutableArray<PolicyStatement> statements, Queue<string> values)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("Version", "2012-10-17");
            json.WriteStartArray("Statement");
            foreach (var statement in statements)
            {
                Write(json, statement, values);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, PolicyStatement statement, Queue<string> values)
    {
        json.WriteStartObject();
        json.WriteString("Effect", statement.Deny ? "Deny" : "Allow");
        if (statement.Everybody)
        {
            json.WriteStartObject("Principal");
            json.WriteString("AWS", "*");
            json.WriteEndObject();
        }
        else if (!statement.Principals.IsEmpty || !statement.Services.IsEmpty)
        {
            json.WriteStartObject("Principal");
            WriteAny(json, "AWS", statement.Principals);
            WriteAny(json, "Service", statement.Services);
            json.WriteEndObject();
        }

        WriteTexts(json, "Action", statement.Actions.Order(StringComparer.Ordinal));
        if (!statement.Resources.IsEmpty)
        {
            var resources = statement.Resources.Select(_ => values.Dequeue()).ToList();
            WriteTexts(json, "Resource", resources.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }

        WriteConditions(json, statement.Conditions, values);
        json.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter json, ImmutableArray<PolicyCondition> conditions, Queue<string> values)
    {
        if (conditions.IsEmpty)
        {
            return;
        }

        var resolved = conditions.Select(condition => (condition.Operator, condition.Key, Value: values.Dequeue())).ToList();
        json.WriteStartObject("Condition");
        foreach (var operation in resolved.GroupBy(condition => condition.Operator).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(operation.Key);
            foreach (var key in operation.GroupBy(condition => condition.Key).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                WriteTexts(json, key.Key, key.Select(condition => condition.Value).Order(StringComparer.Ordinal));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAny(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            WriteTexts(json, name, values.Order(StringComparer.Ordinal));
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        List<string> texts = [.. values];
        if (texts is [var single])
        {
            json.WriteString(name, single);
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
