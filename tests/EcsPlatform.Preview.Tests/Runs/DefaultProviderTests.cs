using System.Collections.Immutable;
using EcsPlatform.Testing;
using Pulumi;
using S3 = Pulumi.Aws.S3;

namespace EcsPlatform.Preview.Tests.Runs;

public class DefaultProviderTests
{
    private const string Reason = "the default provider of 'aws' is disabled (pulumi:disable-default-providers). Hand it one, by itself or by its parent.";

    [Theory]
    [InlineData("[\"aws\"]")]
    [InlineData("[\"*\"]")]
    public async Task A_resource_that_names_no_provider_is_refused(string disabled)
    {
        var failure = await Should.ThrowAsync<PreviewException>(() => Run(disabled, () => _ = new S3.Bucket("b")));
        failure.Reasons.ShouldBe([$"aws:s3/bucket:Bucket 'b' names no provider, and {Reason}"]);
    }

    [Fact]
    public async Task A_call_that_names_no_provider_is_refused()
    {
        var failure = await Should.ThrowAsync<PreviewException>(() => Run(
            "[\"aws\"]", () => { _ = new Thing("a", new ThingArgs { Title = Lookup.Region().Apply(region => (string)region["region"]) }); }));
        failure.Reasons.ShouldBe([$"The call of aws:index/getRegion:getRegion names no provider, and {Reason}"]);
    }

    [Theory]
    [InlineData("[\"aws\"]")]
    [InlineData("[\"*\"]")]
    public async Task One_with_a_provider_of_its_own_or_of_its_parent_is_fine(string disabled)
    {
        var plan = await Run(disabled, () =>
        {
            var provider = new Pulumi.Aws.Provider("own", new Pulumi.Aws.ProviderArgs { Region = "eu-west-1" });
            _ = new S3.Bucket("a", null, new CustomResourceOptions { Provider = provider });
            _ = new Group("g", group => new S3.Bucket("b", null, new CustomResourceOptions { Parent = group }), new ComponentResourceOptions { Providers = { provider } });
        });
        plan.All("aws:s3/bucket:Bucket").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Other_packages_are_not_asked_for_one() => (await Run("[\"aws\"]", () => _ = new Thing("a"))).Only("test:index:Thing").Name.ShouldBe("a");

    [Fact]
    public async Task What_is_no_list_is_refused() =>
        (await Should.ThrowAsync<PreviewException>(() => Run("aws", () => _ = new Thing("a")))).Reasons.ShouldBe([
            "pulumi:disable-default-providers: 'aws'. Allowed: a list of packages, such as [aws]. Write a list.",
        ]);

    private static Task<Plans.Plan> Run(string disabled, Action program) => PreviewRun.RunAsync(new PreviewRequest
    {
        Project = TestPlan.Project,
        Stack = TestPlan.Stack,
        Config = ImmutableSortedDictionary.Create<string, ConfigValue>(StringComparer.Ordinal)
            .Add("pulumi:disable-default-providers", new ConfigValue(disabled, Secret: false)),
        Program = () =>
        {
            program();
            return new Dictionary<string, object?>();
        },
    });
}
