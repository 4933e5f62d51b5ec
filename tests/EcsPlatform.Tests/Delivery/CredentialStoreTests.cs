using EcsPlatform.Delivery;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Files;
using EcsPlatform.Testing;
using Pulumi;
using static EcsPlatform.Tests.Delivery.DeliveryPlans;

namespace EcsPlatform.Tests.Delivery;

public class CredentialStoreTests
{
    private const string EntryType = "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey";
    private const string StoreType = "aws:cloudfront/keyValueStore:KeyValueStore";

    // printf 'reader:secret' | base64 -w0 | sha256sum
    private const string ReadersKey = "a7bd60e83f7100da12a2df81372c27fc479c3f27250340904e7d59b9a09e724d";

    [Fact]
    public void All_defaults() => new CredentialStore.Create().Users.ShouldBeEmpty();

    [Fact]
    public void A_key_is_what_the_function_looks_for() => StoredUser.KeyOf("reader", "secret").ShouldBe(ReadersKey);

    [Fact]
    public async Task Users_are_entries_of_the_store_whose_keys_are_secret()
    {
        var plan = await PlanOf(Auth(new StoredUser("readers", "reader", "secret"), new StoredUser("editors", "editor", Output.CreateSecret("other"))));
        var store = plan.Only(StoreType, "viewer-users");
        var readers = plan.Only(EntryType, "viewer-user-readers");
        readers.Text("keyValueStoreArn").ShouldBe(store.OutputText("arn"));
        readers.Text("value").ShouldBe("readers");
        plan.Only(EntryType, "viewer-user-editors").Text("value").ShouldBe("editors");
        foreach (var entry in plan.All(EntryType))
        {
            entry.Input("key").ShouldBeOfType<PropertyValue.Secret>();
            entry.Provider.ShouldNotBeNull().ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
            entry.Parent.ShouldBe(plan.Only("ecs-platform:delivery:Distribution", "viewer").Urn);
        }

        var text = PlanFile.Write(plan);
        text.ShouldNotContain(ReadersKey);
        text.ShouldNotContain("other\"");
    }

    [Fact]
    public async Task Behaviours_share_the_store_its_users_and_the_function()
    {
        var auth = Auth(new StoredUser("readers", "reader", "secret"));
        var plan = await DeliveryPlans.PlanOf(args => args with
        {
            DefaultBehavior = Behavior with { Functions = [auth] },
            OrderedBehaviors =
            [
                new OrderedCacheBehavior("api", "/api/*", Behavior with { Functions = [auth] }),
                new OrderedCacheBehavior("data", "/data/*", Behavior with { Functions = [Auth(new StoredUser("editors", "editor", "other"))] }),
            ],
        });
        plan.All(StoreType).ShouldHaveSingleItem();
        plan.All("aws:cloudfront/function:Function").ShouldHaveSingleItem();
        plan.All(EntryType).Select(entry => entry.Name).ShouldBe(["viewer-user-editors", "viewer-user-readers"], ignoreOrder: true);
    }

    [Fact]
    public void Every_problem_is_reported() => (Args() with
    {
        DefaultBehavior = Behavior with { Functions = [Auth(new StoredUser("readers", "a", "b"), new StoredUser("Editors", "a", "b"))] },
        OrderedBehaviors = [new OrderedCacheBehavior("api", "/api/*", Behavior with { Functions = [Auth(new StoredUser("readers", "a", "b"))] })],
    }).Problems("viewer").Messages().ShouldBe([
        "viewer.users.name: 'Editors'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a short name.",
        "viewer.users: 2 of the name 'readers'. Allowed: one. Give each a name of its own, or use one object.",
    ]);

    private static EdgeFunction.BasicAuth Auth(params StoredUser[] users) => new() { Store = new CredentialStore.Create { Users = [.. users] } };

    private static Task<Plan> PlanOf(EdgeFunction.BasicAuth auth) =>
        DeliveryPlans.PlanOf(args => args with { DefaultBehavior = Behavior with { Functions = [auth] } });
}
