using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcsPlatform.Testing.Deployed;

/// <summary>What a provider made of a Terraform one adds to a resource's inputs and outputs.</summary>
internal static class BridgedProvider
{
    private const string Timeouts = "e2bfb730-ecaa-11e6-8f88-34363bc7c4c0";

    // Inputs that are filled in when a program leaves them out, and with what; null means: with what the output says, because the provider makes it.
    private static readonly Dictionary<string, (string Name, JsonNode? Value)[]> Defaults = new(StringComparer.Ordinal)
    {
        ["aws:autoscaling/group:Group"] =
        [
            ("forceDelete", false), ("forceDeleteWarmPool", false), ("ignoreFailedScalingActivities", false), ("metricsGranularity", "1Minute"),
            ("name", null), ("protectFromScaleIn", false), ("waitForCapacityTimeout", "10m"),
        ],
        ["aws:cloudwatch/logGroup:LogGroup"] = [("name", null), ("retentionInDays", 0), ("skipDestroy", false)],
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = [("revokeRulesOnDelete", false)],
        ["aws:ec2/launchTemplate:LaunchTemplate"] = [("name", null)],
        ["aws:ec2/natGateway:NatGateway"] = [("connectivityType", "public")],
        ["aws:ec2/securityGroup:SecurityGroup"] = [("description", "Managed by Pulumi"), ("name", null), ("revokeRulesOnDelete", false)],
        ["aws:ec2/subnet:Subnet"] =
        [
            ("assignIpv6AddressOnCreation", false), ("enableDns64", false), ("enableResourceNameDnsARecordOnLaunch", false),
            ("enableResourceNameDnsAaaaRecordOnLaunch", false), ("ipv6Native", false), ("mapPublicIpOnLaunch", false),
        ],
        ["aws:ec2/vpc:Vpc"] = [("enableDnsSupport", true), ("instanceTenancy", "default")],
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = [("privateDnsEnabled", false), ("vpcEndpointType", "Gateway")],
        ["aws:ecs/capacityProvider:CapacityProvider"] = [("name", null)],
        ["aws:ecs/cluster:Cluster"] = [("name", null)],
        ["aws:ecs/service:Service"] =
        [
            ("deploymentMaximumPercent", 200), ("deploymentMinimumHealthyPercent", 100), ("enableEcsManagedTags", false),
            ("enableExecuteCommand", false), ("name", null), ("schedulingStrategy", "REPLICA"), ("waitForSteadyState", false),
        ],
        ["aws:ecs/taskDefinition:TaskDefinition"] = [("skipDestroy", false), ("trackLatest", false)],
        ["aws:efs/fileSystem:FileSystem"] = [("creationToken", null)],
        ["aws:iam/instanceProfile:InstanceProfile"] = [("name", null), ("path", "/")],
        ["aws:iam/role:Role"] = [("forceDetachPolicies", false), ("maxSessionDuration", 3600), ("name", null), ("path", "/")],
        ["aws:iam/rolePolicy:RolePolicy"] = [("name", null)],
        ["aws:lb/loadBalancer:LoadBalancer"] =
        [
            ("clientKeepAlive", 3600), ("desyncMitigationMode", "defensive"), ("dropInvalidHeaderFields", false), ("enableCrossZoneLoadBalancing", false),
            ("enableDeletionProtection", false), ("enableHttp2", true), ("enableTlsVersionAndCipherSuiteHeaders", false), ("enableWafFailOpen", false),
            ("enableXffClientPort", false), ("enableZonalShift", false), ("idleTimeout", 60), ("name", null), ("preserveHostHeader", false),
            ("xffHeaderProcessingMode", "append"),
        ],
        ["aws:lb/targetGroup:TargetGroup"] =
        [
            ("deregistrationDelay", 300), ("lambdaMultiValueHeadersEnabled", false), ("name", null), ("proxyProtocolV2", false), ("slowStart", 0),
            ("targetType", "instance"),
        ],
        ["aws:ssm/parameter:Parameter"] = [("name", null)],
    };

    // The nested defaults of list items.
    private static readonly Dictionary<string, (string Name, JsonNode? Value)[]> NestedDefaults = new(StringComparer.Ordinal)
    {
        ["ingress"] = [("self", false)],
        ["egress"] = [("self", false)],
    };

    /// <summary>Adds defaults and their names, answers, ids and marks.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="inputs">The inputs that the program gave.</param>
    /// <param name="outputs">The outputs.</param>
    public static void Complete(string type, string? id, JsonObject inputs, JsonObject outputs)
    {
        foreach (var (name, value) in inputs.ToList())
        {
            Mark(value, NestedDefaults.GetValueOrDefault(name, []));
        }

        var defaults = Defaults.GetValueOrDefault(type, []).Where(known => !inputs.ContainsKey(known.Name) && !inputs.ContainsKey($"{known.Name}Prefix"));
        AddDefaults(inputs, defaults.Select(known => (known.Name, known.Value ?? outputs[known.Name])).Where(known => known.Item2 is not null));
        foreach (var name in Strings(inputs["__defaults"]).Where(name => !outputs.ContainsKey(name)))
        {
            outputs[name] = inputs[name]!.DeepClone();
        }

        foreach (var (name, value) in outputs.ToList())
        {
            outputs[name] = Answer(name, value);
        }

        outputs["id"] = id;
        outputs["__meta"] = $$"""{"{{Timeouts}}":{"create":600000000000,"delete":1200000000000},"schema_version":"1"}""";
        Sort(inputs);
        Sort(outputs);
    }

    private static void Mark(JsonNode? value, IReadOnlyList<(string Name, JsonNode? Value)> defaults)
    {
        switch (value)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Mark(item, defaults);
                }

                break;
            case JsonObject map when !map.ContainsKey(JsonTree.SignatureKey):
                foreach (var (_, entry) in map.ToList())
                {
                    Mark(entry, []);
                }

                AddDefaults(map, defaults.Where(known => !map.ContainsKey(known.Name)));
                break;
        }
    }

    private static void AddDefaults(JsonObject map, IEnumerable<(string Name, JsonNode? Value)> defaults)
    {
        var names = new JsonArray();
        foreach (var (name, value) in defaults.ToList())
        {
            names.Add(name);
            map[name] = value!.DeepClone();
        }

        map["__defaults"] = names;
    }

    // The cloud answers in its own order: JSON by key, sets in any.
    private static JsonNode? Answer(string name, JsonNode? value) => value switch
    {
        JsonValue text when text.GetValueKind() == JsonValueKind.String && Parsed((string)text!) is { } json => Ordered(json).ToJsonString(JsonStyle.Compact),
        JsonArray list when name is "subnets" or "securityGroups" or "vpcSecurityGroupIds" or "vpcZoneIdentifiers" =>
            new JsonArray([.. list.Reverse().Select(item => item?.DeepClone())]),
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Answer(entry.Key, entry.Value)))),
        _ => value?.DeepClone(),
    };

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode Ordered(JsonNode node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : Ordered(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Ordered(item))]),
        _ => node.DeepClone(),
    };

    private static IEnumerable<string> Strings(JsonNode? list) => list!.AsArray().Select(item => (string)item!);

    private static void Sort(JsonObject map)
    {
        foreach (var entry in map.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList())
        {
            map.Remove(entry.Key);
            map.Add(entry.Key, entry.Value);
        }
    }
}
