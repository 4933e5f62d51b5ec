using EcsPlatform.Foundations;
using EcsPlatform.Images;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Images;

public class PinnedImagesTests
{
    private const string Full = $"111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/viewer@{Valid.Digest}";

    private static readonly ImagePin Pin = ImageReference.Parse($"library/viewer@{Valid.Digest}");

    [Theory]
    [InlineData(ImageProof.Exists)]
    [InlineData(ImageProof.Kept)]
    public async Task A_digest_is_looked_up_through_the_given_provider(ImageProof proof)
    {
        var registry = await RegistryMocks.RunAsync(Pin, proof, ["1.2"]);
        registry.Reference.ShouldBe(Full);
        var call = registry.Calls.ShouldHaveSingleItem();
        call.Token.ShouldBe("aws:ecr/getImage:getImage");
        call.Args.ToDictionary().ShouldBe(
            new Dictionary<string, object>
            {
                ["registryId"] = "111111111111",
                ["region"] = "eu-west-1",
                ["repositoryName"] = "library/viewer",
                ["imageDigest"] = Valid.Digest,
            },
            ignoreOrder: true);
        call.Provider.ShouldNotBeNull().ShouldContain("pulumi:providers:aws::eu-west-1::");
    }

    [Fact]
    public async Task An_image_in_another_registry_is_looked_up_there()
    {
        var image = ImageReference.Parse($"222222222222.dkr.ecr.us-east-1.amazonaws.com/library/viewer@{Valid.Digest}");
        var registry = await RegistryMocks.RunAsync(image, ImageProof.Kept, ["1.2"]);
        registry.Reference.ShouldBe(image.ToString());
        registry.Calls.ShouldHaveSingleItem().Args["registryId"].ShouldBe("222222222222");
        registry.Calls[0].Args["region"].ShouldBe("us-east-1");
    }

    [Fact]
    public async Task A_digest_that_does_not_exist_ends_the_preview_with_its_name()
    {
        var failure = await Should.ThrowAsync<Exception>(() => RegistryMocks.RunAsync(Pin, ImageProof.Exists, tags: null));
        failure.Message.ShouldContain("Pinned image: 1 problem");
        failure.Message.ShouldContain(
            $"web.image: '{Full}', of which ECR says: reading ECR Images: ImageNotFoundException. " +
            "Allowed: a digest that is in the repository, in an account that lets this one describe its images. Push the image, or pin one that was pushed.");
    }

    [Fact]
    public async Task An_image_without_a_tag_would_be_deleted_and_is_refused()
    {
        (await Should.ThrowAsync<Exception>(() => RegistryMocks.RunAsync(Pin, ImageProof.Kept, []))).Message.ShouldContain(
            $"web.image: '{Full}' without a tag. Allowed: an image with a tag, which no rule for images without one deletes. " +
            "Give the image a tag, pin the index that it belongs to, or ask only whether it exists.");
        (await RegistryMocks.RunAsync(Pin, ImageProof.Exists, [])).Reference.ShouldBe(Full);
    }

    [Fact]
    public async Task Nothing_is_asked_of_what_cannot_be_answered()
    {
        var asIs = await RegistryMocks.RunAsync(Pin, ImageProof.None, tags: null);
        asIs.Reference.ShouldBe(Full);
        asIs.Calls.ShouldBeEmpty();

        var unpinned = await RegistryMocks.RunAsync(new ImagePin.Unpinned("viewer"), ImageProof.Kept, tags: null);
        unpinned.Reference.ShouldBe($"111111111111.dkr.ecr.eu-west-1.amazonaws.com/unpinned/viewer@sha256:{new string('0', 64)}");
        unpinned.Calls.ShouldBeEmpty();

        var elsewhere = await RegistryMocks.RunAsync(ImageReference.Parse($"registry.example.org/viewer@{Valid.Digest}"), ImageProof.Kept, tags: null);
        elsewhere.Reference.ShouldBe($"registry.example.org/viewer@{Valid.Digest}");
        elsewhere.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Offline_a_digest_is_taken_as_it_is()
    {
        var plan = await TestPlan.OfAsync(() => new Dictionary<string, object?>
        {
            ["reference"] = PinnedImages.Resolve("web.image", Pin, new ImageRegistries { Account = Valid.Account }, ImageProof.Kept, new InvokeOptions()),
        });
        plan.Root.OutputText("reference").ShouldBe(Full);
    }
}
