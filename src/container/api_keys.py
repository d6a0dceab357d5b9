"""API keys: making and ending them, and who sends a request with one."""

from typing import cast

from dependency_injector import containers, providers

from src.application.concurrency.lanes import Lanes
from src.application.identity.load_key_actors import LoadKeyActors
from src.application.use_cases.api_key.create_api_key import CreateApiKey
from src.application.use_cases.api_key.list_api_keys import ListApiKeys
from src.application.use_cases.api_key.revoke_api_key import RevokeApiKey
from src.application.use_cases.api_key.rotate_api_key import RotateApiKey
from src.application.use_cases.auth.authenticate_key import AuthenticateKey
from src.container.adapters import Adapters
from src.infrastructure.read_models.key_accounts import read_key_accounts


class ApiKeys(containers.DeclarativeContainer):
    """API keys: making and ending them, and who sends a request with one."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())

    load_key_actors = providers.Singleton(
        LoadKeyActors,
        read_key_accounts=read_key_accounts,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
    )
    authenticate_key = providers.Singleton(
        AuthenticateKey,
        secrets=adapters.api_key_secrets,
        key_actor_lanes=providers.Singleton(
            Lanes, run=load_key_actors.provided.execute, max_batch=1000, max_waiting=10000
        ),
    )
    list_api_keys = providers.Singleton(ListApiKeys, api_keys=adapters.api_keys)
    create_api_key = providers.Singleton(
        CreateApiKey,
        unit_of_work=adapters.unit_of_work,
        secrets=adapters.api_key_secrets,
        clock=adapters.clock,
    )
    rotate_api_key = providers.Singleton(
        RotateApiKey,
        unit_of_work=adapters.unit_of_work,
        secrets=adapters.api_key_secrets,
        clock=adapters.clock,
    )
    revoke_api_key = providers.Singleton(RevokeApiKey, unit_of_work=adapters.unit_of_work)
