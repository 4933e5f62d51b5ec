using System.Collections.Immutable;
using EcsPlatform.Plans;
using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Recording;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Preview.Tests.Aws;
using Pulumi.Facts;

namespace EcsPlatform.Preview.Tests.Rules;

public sealed class ChangingOutputTests
{
    // The preview knows no clock and no sizes.
    private static readonly string[] Fixed =
    [
        "aws:cloudfront/distribution:Distribution lastModifiedTime",
        "aws:cloudfront/keyValueStore:KeyValueStore lastModifiedTime",
        "aws:lambda/eventSourceMapping:EventSourceMapping lastModified",
        "aws:lambda/function:Function lastModified",
        "aws:lambda/function:Function sourceCodeSize",
        "aws:scheduler/scheduleGroup:ScheduleGroup lastModificationDate",
    ];

    // These change with one input and with no other.
    private static readonly string[] FollowOneInput =
    [
        "aws:ec2/vpcEndpoint:VpcEndpoint networkInterfaceIds",
        "aws:ec2/vpcPeeringConnection:VpcPeeringConnection acceptStatus",
        "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter acceptStatus",
        "aws:kms/alias:Alias targetKeyArn",
        "aws:lambda/eventSourceMapping:EventSourceMapping functionArn",
    ];

    [Fact]
    public void Outputs_that_the_preview_makes_of_an_updated_resources_content_are_those_that_the_facts_mark()
    {
        var marked = Facts.Resources.SelectMany(resource => resource.Outputs
            .Where(output => output.ChangesWithUpdate)
            .Select(output => $"{resource.Token} {output.Name}"));
        var changed = Facts.Resources.SelectMany(resource => Changed(resource).Select(output => $"{resource.Token} {output}"));

        marked.Order(StringComparer.Ordinal).ShouldBe(changed.Except(FollowOneInput).Concat(Fixed).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("aws:ec2/launchTemplate:LaunchTemplate", "latestVersion", true)]
    [InlineData("aws:lambda/function:Function", "qualifiedArn", true)]
    [InlineData("aws:ssm/parameter:Parameter", "version", true)]
    [InlineData("aws:ec2/launchTemplate:LaunchTemplate", "arn", false)]
    [InlineData("aws:ecs/service:Service", "name", false)]
    [InlineData("test:index:Thing", "version", false)]
    public void Whether_an_output_changes_with_an_update_is_told_by_type_and_name(string type, string output, bool changes) =>
        ResourceRules.Instance.ChangesWithUpdate(type, output).ShouldBe(changes);

    private static IEnumerable<string> Changed(ItemFacts resource)
    {
        var given = Sample.References.AddRange(new Dictionary<string, object> { ["publish"] = true, ["updateDefaultVersion"] = true });
        var start = resource.Inputs.Where(input => given.ContainsKey(input.Name)).ToImmutableDictionary(input => input.Name, input => given[input.Name]);
        return resource.Inputs
            .Where(input => input.Name != "name")
            .SelectMany(input => Changed(resource.Token, input, start))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Changed(string type, PropertyFacts input, ImmutableDictionary<string, object> start)
    {
        var (before, after) = (start.SetItem(input.Name, Value(type, input.Type, 1)), start.SetItem(input.Name, Value(type, input.Type, 2)));
        var identity = IdentityOf(type, before);
        if (identity != IdentityOf(type, after))
        {
            return [];
        }

        var (old, @new) = (Sample.For(type, before, identity: identity).Outputs, Sample.For(type, after, identity: identity).Outputs);
        return @new.Keys.Where(output => output != input.Name
            && ContentDigest.Of(old.GetValueOrDefault(output)) != ContentDigest.Of(@new[output])
            && ContentDigest.Of(@new[output]) != ContentDigest.Of(after[input.Name]));
    }

    private static string IdentityOf(string type, ImmutableDictionary<string, object> inputs) =>
        Identity.Of("urn", type, (PropertyValue.Map)WireValues.ToPropertyValue(inputs), Sample.Scope.Region);

    private static object Value(string token, FactsType type, int variant) => type.Kind switch
    {
        "bool" => variant == 1,
        "int" or "double" => (double)variant,
        "list" => PlainValues.List([Value(token, type.Item!, variant)]),
        "map" => PlainValues.Map(("key", Value(token, type.Item!, variant))),
        "input" => Value(token, type.Item!, variant),
        "union" => Value(token, type.Cases[0], variant),
        "type" => KnownTypes.Nested(token, type.Name)!.Inputs
            .Where(field => field.Type.Kind is "string" or "bool" or "int" or "double" && field.Replaces == Replacing.Never)
            .ToImmutableDictionary(field => field.Name, field => Value(token, field.Type, variant)),
        _ => $"value {variant}",
    };
}
