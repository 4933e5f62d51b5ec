using System.Text.Json;
using EcsPlatform.Foundations;
using EcsPlatform.Images;
using EcsPlatform.Plans;
using EcsPlatform.Testing;

namespace EcsPlatform.Tests.Images;

public class ImageRepositoriesTests
{
    private const string Repository = "aws:ecr/repository:Repository";
    private const string Lifecycle = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    private const string Policy = "aws:ecr/repositoryPolicy:RepositoryPolicy";
    private const string Other = "222222222222";

    [Fact]
    public void All_defaults()
    {
        var create = new ImageRepository.Create("library/viewer");
        create.KmsKeyArn.ShouldBeNull();
        create.Expiry.ShouldBe(new ImageExpiry.Untagged { Days = 30 });
        (create.Protect, create.ForceDelete).ShouldBe((true, false));
        var readers = create.Readers;
        (readers.PullAccountIds.Length, readers.ProofAccountIds.Length, readers.LambdaAccountIds.Length, readers.OrganizationId).ShouldBe((0, 0, 0, null));
        create.Problems("repository", Valid.Account).ShouldBeEmpty();
        new ImageRepository.Adopt("library/viewer", new AwsAccount(Other, "us-east-1")).Problems("repository", Valid.Account).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        var create = new ImageRepository.Create("Viewer:1")
        {
            Expiry = new ImageExpiry.Untagged { Days = 0 },
            ForceDelete = true,
            Readers = new RepositoryReaders
            {
                PullAccountIds = ["*", Valid.Account.Id],
                ProofAccountIds = ["1"],
                LambdaAccountIds = ["lambda", Valid.Account.Id],
                OrganizationId = "example",
            },
        };
        var adopt = new ImageRepository.Adopt("a", new AwsAccount("1", "cn-north-1"));
        var twice = new ImageRepository.Create("twice");
        new ImageRepositoriesArgs { Account = new AwsAccount(Valid.Account.Id, "Ireland"), Repositories = [create, adopt, twice, twice] }
            .Problems("images").Select(problem => problem.ToString()).ShouldBe([
                "images.account.region: 'Ireland'. Allowed: a region of the partition aws, such as eu-west-1. Give the region's code.",
                "images.repositories[0].name: 'Viewer:1'. Allowed: 2 to 256 lower-case letters, digits and single inner . _ -, with slashes between parts. " +
                    "Give the repository's name, without registry, tag or digest.",
                "images.repositories[0].expiry.days: 0 days. Allowed: 1 day or more. Choose how long to keep images without a tag.",
                "images.repositories[0].pullAccountIds: '*'. Allowed: an account's twelve digits. Give the account's number.",
                "images.repositories[0].pullAccountIds: '111111111111'. Allowed: other accounts. Leave the repository's own account out: its IAM policies decide.",
                "images.repositories[0].proofAccountIds: '1'. Allowed: an account's twelve digits. Give the account's number.",
                "images.repositories[0].lambdaAccountIds: 'lambda'. Allowed: an account's twelve digits. Give the account's number.",
                "images.repositories[0].organizationId: 'example'. Allowed: o- and 10 to 32 lower-case letters and digits. Give the organisation's id.",
                "images.repositories[0].forceDelete: on for a protected repository. Allowed: on only without protection. Set Protect to false, or keep the images.",
                "images.repositories[1].name: 'a'. Allowed: 2 to 256 lower-case letters, digits and single inner . _ -, with slashes between parts. " +
                    "Give the repository's name, without registry, tag or digest.",
                "images.repositories[1].registry.id: '1'. Allowed: an account's twelve digits. Give the account's number.",
                "images.repositories[1].registry.region: 'cn-north-1'. Allowed: a region of the partition aws, such as eu-west-1. Give the region's code.",
                "images.repositories: 'twice' 2 times. Allowed: each name once. Remove all but one.",
            ]);
    }

    [Theory]
    [InlineData("viewer", true)]
    [InlineData("library/viewer-2.x", true)]
    [InlineData("library//viewer", false)]
    [InlineData("library__viewer", false)]
    [InlineData("library/", false)]
    [InlineData("viewer\n", false)]
    public void A_name_is_one_that_ECR_takes(string name, bool valid) =>
        new ImageRepository.Create(name).Problems("repository", Valid.Account).Any().ShouldBe(!valid);

    [Fact]
    public async Task A_new_repository_is_scanned_encrypted_immutable_protected_and_closed()
    {
        var plan = await PlanOf(new ImageRepository.Create("library/viewer"));
        var repository = plan.Only(Repository, "shared-library/viewer");
        repository.Text("name").ShouldBe("library/viewer");
        repository.Text("imageTagMutability").ShouldBe("IMMUTABLE");
        repository.Input("imageTagMutabilityExclusionFilters").ShouldBeNull();
        repository.Flag("imageScanningConfiguration.scanOnPush").ShouldBeTrue();
        repository.Text("encryptionConfigurations.0.encryptionType").ShouldBe("AES256");
        repository.Input("encryptionConfigurations.0.kmsKey").ShouldBeNull();
        repository.Flag("forceDelete").ShouldBeFalse();
        repository.Protect.ShouldBeTrue();
        repository.Parent.ShouldBe(plan.Only("ecs-platform:images:ImageRepositories").Urn);
        plan.All(Policy).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_images_without_a_tag_are_deleted()
    {
        var plan = await PlanOf(new ImageRepository.Create("library/viewer") { Expiry = new ImageExpiry.Untagged { Days = 14 } });
        var lifecycle = plan.Only(Lifecycle, "shared-library/viewer");
        lifecycle.Text("repository").ShouldBe("library/viewer");
        lifecycle.PropertyDependencies["repository"].ShouldContain(plan.Only(Repository).Urn);
        var rule = lifecycle.Json("policy").GetProperty("rules").EnumerateArray().ShouldHaveSingleItem();
        rule.GetProperty("selection").GetProperty("tagStatus").GetString().ShouldBe("untagged");
        rule.GetProperty("selection").GetProperty("countNumber").GetInt32().ShouldBe(14);
        (await PlanOf(new ImageRepository.Create("library/viewer") { Expiry = new ImageExpiry.Never() })).All(Lifecycle).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_of_ones_own_encrypts_the_images()
    {
        const string Arn = "arn:aws:kms:eu-west-1:111111111111:key/0a1b";
        var repository = (await PlanOf(new ImageRepository.Create("library/viewer") { KmsKeyArn = Arn })).Only(Repository);
        repository.Text("encryptionConfigurations.0.encryptionType").ShouldBe("KMS");
        repository.Text("encryptionConfigurations.0.kmsKey").ShouldBe(Arn);
    }

    [Fact]
    public async Task A_repository_that_lives_for_days_goes_with_its_images()
    {
        var repository = (await PlanOf(new ImageRepository.Create("library/viewer") { Protect = false, ForceDelete = true })).Only(Repository);
        repository.Protect.ShouldBeFalse();
        repository.Flag("forceDelete").ShouldBeTrue();
    }

    [Fact]
    public async Task Named_accounts_may_pull_and_nothing_else()
    {
        var statement = (await StatementsFor(new RepositoryReaders { PullAccountIds = ["333333333333", Other, Other] })).ShouldHaveSingleItem();
        statement.GetProperty("Effect").GetString().ShouldBe("Allow");
        statement.GetProperty("Principal").GetRawText().ShouldBe("""{"AWS":["arn:aws:iam::222222222222:root","arn:aws:iam::333333333333:root"]}""");
        statement.GetProperty("Action").GetRawText().ShouldBe("""["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"]""");
        statement.TryGetProperty("Condition", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Named_accounts_may_ask_whether_a_digest_exists()
    {
        var statement = (await StatementsFor(new RepositoryReaders { ProofAccountIds = [Other] })).ShouldHaveSingleItem();
        statement.GetProperty("Principal").GetRawText().ShouldBe("""{"AWS":"arn:aws:iam::222222222222:root"}""");
        statement.GetProperty("Action").GetString().ShouldBe("ecr:DescribeImages");
    }

    [Fact]
    public async Task An_organisation_narrows_the_accounts()
    {
        var statements = await StatementsFor(new RepositoryReaders { PullAccountIds = [Other], ProofAccountIds = [Other], OrganizationId = "o-a1b2c3d4e5" });
        statements.Count.ShouldBe(2);
        statements.ShouldAllBe(statement => statement.GetProperty("Condition").GetRawText() == """{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""");
    }

    [Fact]
    public async Task Lambda_pulls_for_the_functions_of_named_accounts()
    {
        var statement = (await StatementsFor(new RepositoryReaders { LambdaAccountIds = [Other, "111111111111"] })).ShouldHaveSingleItem();
        statement.GetProperty("Principal").GetRawText().ShouldBe("""{"Service":"lambda.amazonaws.com"}""");
        statement.GetProperty("Action").GetRawText().ShouldBe("""["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"]""");
        statement.GetProperty("Condition").GetRawText().ShouldBe(
            """{"StringLike":{"aws:SourceArn":["arn:aws:lambda:eu-west-1:111111111111:function:*","arn:aws:lambda:eu-west-1:222222222222:function:*"]}}""");
    }

    [Fact]
    public async Task A_repository_that_exists_is_left_alone()
    {
        var plan = await PlanOf(new ImageRepository.Adopt("library/viewer", new AwsAccount(Other, "us-east-1")));
        plan.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_repositories_are_told_apart()
    {
        var plan = await PlanOf(new ImageRepository.Create("viewer"), new ImageRepository.Create("search"));
        plan.All(Repository).Select(repository => repository.Name).ShouldBe(["shared-search", "shared-viewer"], ignoreOrder: true);
        var urls = plan.Only("ecs-platform:images:ImageRepositories").Output("repositoryUrls").ShouldBeOfType<PropertyValue.Map>();
        urls.Entries["viewer"].ShouldBe(new PropertyValue.Text("111111111111.dkr.ecr.eu-west-1.amazonaws.com/viewer"));
        urls.Entries.Keys.ShouldBe(["search", "viewer"], ignoreOrder: true);
    }

    [Fact]
    public async Task Wrong_arguments_end_the_program_with_every_problem() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(new ImageRepository.Create("a"))))
            .Message.ShouldStartWith("ImageRepositories 'shared': 1 problem\n  shared.repositories[0].name: 'a'.");

    private static async Task<List<JsonElement>> StatementsFor(RepositoryReaders readers)
    {
        var plan = await PlanOf(new ImageRepository.Create("library/viewer") { Readers = readers });
        var policy = plan.Only(Policy, "shared-library/viewer");
        policy.Text("repository").ShouldBe("library/viewer");
        policy.Text("policy").ShouldNotContain("\"*\"");
        return [.. policy.Json("policy").GetProperty("Statement").EnumerateArray()];
    }

    private static Task<Plan> PlanOf(params ImageRepository[] repositories) => TestPlan.OfAsync(() =>
    {
        _ = new ImageRepositories("shared", new ImageRepositoriesArgs { Account = Valid.Account, Repositories = [.. repositories] });
    });
}
