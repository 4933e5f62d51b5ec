using EcsPlatform.Preview.Aws;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Testing;
using static EcsPlatform.Preview.Aws.PlainValues;
using Efs = Pulumi.Aws.Efs;
using LB = Pulumi.Aws.LB;
using S3 = Pulumi.Aws.S3;

namespace EcsPlatform.Preview.Tests.Aws;

public sealed class NameLimitTests
{
    private const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Queue = "aws:sqs/queue:Queue";

    public static TheoryData<string> Types { get; } = [.. NameLimits.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_limit_is_of_an_input_and_says_its_source(string type)
    {
        var limit = NameLimits.Of(type).ShouldNotBeNull();

        limit.Source.ShouldStartWith("https://");
        KnownTypes.Resource(type).ShouldNotBeNull().Inputs.ShouldContain(input => input.Name == limit.Property);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_name_that_the_preview_makes_up_keeps_the_limit(string type)
    {
        var limit = NameLimits.Of(type)!;
        var answer = AwsAnswers.For(type, new string('n', 600), NoEntries, Sample.Identity, Sample.Scope);

        answer.Outputs.Text(limit.Property).Length.ShouldBeLessThanOrEqualTo(limit.Longest);
    }

    [Theory]
    [InlineData(LoadBalancer, "name", 32, true)]
    [InlineData(LoadBalancer, "name", 33, false)]
    [InlineData(LoadBalancer, "namePrefix", 6, true)]
    [InlineData(LoadBalancer, "namePrefix", 7, false)]
    [InlineData(Bucket, "bucket", 63, true)]
    [InlineData(Bucket, "bucket", 64, false)]
    [InlineData(Bucket, "bucketPrefix", 37, true)]
    [InlineData(Bucket, "bucketPrefix", 38, false)]
    public void An_explicit_name_or_prefix_fits_or_does_not(string type, string property, int length, bool fits) =>
        (Problem(type, new string('l', 600), (property, new string('n', length))) is null).ShouldBe(fits);

    [Theory]
    [InlineData(LoadBalancer, 24)]
    [InlineData("aws:iam/role:Role", 56)]
    [InlineData("aws:efs/fileSystem:FileSystem", 56)]
    [InlineData("aws:ec2/launchTemplate:LaunchTemplate", 117)]
    public void An_automatic_name_leaves_room_for_what_is_added(string type, int longest)
    {
        Problem(type, new string('l', longest)).ShouldBeNull();
        Problem(type, new string('l', longest + 1)).ShouldNotBeNull();
    }

    [Fact]
    public void The_end_of_a_FIFO_queue_s_name_counts()
    {
        Problem(Queue, new string('q', 67), ("fifoQueue", true)).ShouldBeNull();
        Problem(Queue, new string('q', 68), ("fifoQueue", true)).ShouldNotBeNull();
    }

    [Fact]
    public void A_name_that_nobody_knows_yet_is_not_judged()
    {
        NameLimits.Of(LoadBalancer)!.Problem(new string('l', 40), NoEntries, ["name"]).ShouldBeNull();
        Problem(LoadBalancer, "l", ("name", "[looked up: value of aws:ssm/getParameter(name=/names/load-balancer)]")).ShouldBeNull();
    }

    [Fact]
    public async Task A_program_with_names_that_are_too_long_is_refused_with_all_of_them()
    {
        var failure = await Should.ThrowAsync<PreviewException>(() => TestPlan.OfAsync(() =>
        {
            _ = new LB.TargetGroup("digital-library-staging-viewer");
            _ = new S3.Bucket("b", new S3.BucketArgs { BucketName = new string('b', 64) });
            _ = new LB.LoadBalancer("l", new LB.LoadBalancerArgs { NamePrefix = "library" });
        }));

        failure.Reasons.ShouldBe(
            [
                "aws:lb/targetGroup:TargetGroup 'digital-library-staging-viewer' gets its name from its logical name 'digital-library-staging-viewer', which " +
                    "has 38 characters with the 8 that are added; at most 32 are allowed. Give it a logical name of at most 24 characters.",
                $"aws:s3/bucket:Bucket 'b' has the bucket '{new string('b', 64)}' with 64 characters; at most 63 are allowed. Give a shorter one.",
                "aws:lb/loadBalancer:LoadBalancer 'l' has the namePrefix 'library' with 7 characters, to which the provider adds 26; at most 32 are allowed " +
                    "together. Give a shorter one.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_only_read_has_the_name_that_it_has() =>
        (await TestPlan.OfAsync(() => _ = Efs.FileSystem.Get(new string('f', 80), "fs-1"))).Only("aws:efs/fileSystem:FileSystem").External.ShouldBeTrue();

    private static string? Problem(string type, string name, params (string Key, object Value)[] inputs) =>
        NameLimits.Of(type).ShouldNotBeNull().Problem(name, Map(inputs), []);
}
