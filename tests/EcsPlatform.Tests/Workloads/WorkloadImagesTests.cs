using System.Text.Json;
using EcsPlatform.Clusters;
using EcsPlatform.Foundations;
using EcsPlatform.Images;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using EcsPlatform.Tests.Routing;
using EcsPlatform.Workloads;

namespace EcsPlatform.Tests.Workloads;

public class WorkloadImagesTests
{
    private const string Registry = "111111111111.dkr.ecr.eu-west-1.amazonaws.com";
    private const string Other = "222222222222.dkr.ecr.us-east-1.amazonaws.com";

    private static readonly string OtherDigest = $"sha256:{new string('1', 64)}";

    [Fact]
    public async Task Defaults()
    {
        EcsWorkloadArgs? args = null;
        await WorkloadPlans.With((cluster, _) => args = Valid.Workload(cluster));
        args!.Images.ShouldBeNull();
        args.ImageProof.ShouldBe(ImageProof.Exists);
    }

    [Fact]
    public async Task With_credentials_each_image_is_proved_once()
    {
        var account = await RunAsync(args => args);
        var lookup = account.Lookups.ShouldHaveSingleItem();
        lookup.Token.ShouldBe("aws:ecr/getImage:getImage");
        lookup.Args.ToDictionary().ShouldBe(
            new Dictionary<string, object>
            {
                ["registryId"] = "111111111111",
                ["region"] = "eu-west-1",
                ["repositoryName"] = "library/web",
                ["imageDigest"] = Valid.Digest,
            },
            ignoreOrder: true);
        Images(account.All(WorkloadPlans.TaskDefinition)[0].Inputs["containerDefinitions"]).ShouldBe([$"{Registry}/library/web@{Valid.Digest}"]);

        var two = await RunAsync(args => args with
        {
            Task = Valid.Task with { Containers = [Valid.Container with { MemoryMiB = 256 }, Valid.Container with { Name = "worker", MemoryMiB = 256, Ports = [] }] },
        });
        two.Lookups.Count.ShouldBe(1);
        Images(two.All(WorkloadPlans.TaskDefinition)[0].Inputs["containerDefinitions"]).Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_image_that_does_not_exist_ends_the_preview_before_the_task_definition()
    {
        var failure = await Should.ThrowAsync<Exception>(() => RunAsync(args => args, missingDigest: Valid.Digest));
        failure.Message.ShouldContain(
            $"web.image: '{Registry}/library/web@{Valid.Digest}', of which ECR says: reading ECR Images: ImageNotFoundException. " +
            "Allowed: a digest that is in the repository, in an account that lets this one describe its images. Push the image, or pin one that was pushed.");
    }

    [Fact]
    public async Task Nothing_is_asked_when_nothing_shall_be_proved_or_nothing_is_pinned()
    {
        (await RunAsync(args => args with { ImageProof = ImageProof.None })).Lookups.ShouldBeEmpty();

        var unpinned = await RunAsync(args => args with { Task = With(new ImagePin.Unpinned("web").Reference), DesiredCount = 0 });
        unpinned.Lookups.ShouldBeEmpty();
        Images(unpinned.All(WorkloadPlans.TaskDefinition)[0].Inputs["containerDefinitions"])
            .ShouldBe([$"{Registry}/unpinned/web@sha256:{new string('0', 64)}"]);
    }

    [Theory]
    [InlineData(ImageProof.None)]
    [InlineData(ImageProof.Exists)]
    [InlineData(ImageProof.Kept)]
    public async Task Offline_the_image_stands_in_the_task_definition_as_it_was_pinned(ImageProof proof)
    {
        var plan = await WorkloadPlans.Of(args => args with { ImageProof = proof });
        Images(plan.Only(WorkloadPlans.TaskDefinition).Text("containerDefinitions")).ShouldBe([$"{Registry}/library/web@{Valid.Digest}"]);
    }

    [Fact]
    public async Task An_image_of_another_account_is_found_there_and_may_be_pulled()
    {
        var registries = new ImageRegistries
        {
            Account = Valid.Account,
            Adopted = [new ImageRepository.Adopt("library/web", new AwsAccount("222222222222", "us-east-1"))],
        };
        var plan = await WorkloadPlans.Of(args => args with { Images = registries });
        Images(plan.Only(WorkloadPlans.TaskDefinition).Text("containerDefinitions")).ShouldBe([$"{Other}/library/web@{Valid.Digest}"]);
        Pulled(plan).ShouldBe("arn:aws:ecr:us-east-1:222222222222:repository/library/web");

        var account = await RunAsync(args => args with { Images = registries });
        account.Lookups.ShouldHaveSingleItem().Args["registryId"].ShouldBe("222222222222");
    }

    [Fact]
    public async Task An_image_outside_ECR_needs_a_cache()
    {
        var task = With(ImageReference.Parse($"docker.io/solr@{OtherDigest}"));
        (await WorkloadPlans.Problems(args => args with { Task = task })).ShouldBe([
            $"web.image: 'docker.io/solr@{OtherDigest}'. Allowed: an image in ECR, or one that names no registry. " +
            "Copy the image to ECR, where a digest stays available.",
        ]);
        var plan = await WorkloadPlans.Of(args => args with
        {
            Task = task,
            Images = new ImageRegistries { Account = Valid.Account, Caches = [new PullThroughCache("docker.io", "hub")] },
        });
        Images(plan.Only(WorkloadPlans.TaskDefinition).Text("containerDefinitions")).ShouldBe([$"{Registry}/hub/library/solr@{OtherDigest}"]);
        Pulled(plan).ShouldBe("arn:aws:ecr:eu-west-1:111111111111:repository/hub/library/solr");
    }

    private static TaskSpec With(ImageReference image) => Valid.Task with { Containers = [Valid.Container with { Image = image }] };

    private static string? Pulled(Plan plan) => plan.Only("aws:iam/rolePolicy:RolePolicy", "web-execution")
        .Json("policy").GetProperty("Statement")[1].GetProperty("Resource").GetString();

    private static IEnumerable<string?> Images(object definitions) =>
        [.. JsonDocument.Parse((string)definitions).RootElement.EnumerateArray().Select(container => container.GetProperty("image").GetString())];

    private static Task<AccountMocks> RunAsync(Func<EcsWorkloadArgs, EcsWorkloadArgs> vary, string? missingDigest = null) => AccountMocks.RunAsync(
        () => _ = new EcsWorkload("web", vary(Valid.Workload(new EcsCluster("cluster", Valid.Cluster(new BaseNetwork("net", Valid.Network)))))),
        missingDigest: missingDigest);
}
